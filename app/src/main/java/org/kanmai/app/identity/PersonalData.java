package org.kanmai.app.identity;

import static org.kanmai.app.identity.DataGrade.BASIC;
import static org.kanmai.app.identity.DataGrade.BEHAVIOUR;
import static org.kanmai.app.identity.DataGrade.TRANSACTION;

import java.util.Map;

/**
 * The allow-list: all that is kept about people, column by column, and its grade. What is not here is not collected:
 * no face, no contacts, no place. A column of the schema that is missing here fails a test.
 */
public final class PersonalData {
    /** The grade of each column, by {@code table.column}. */
    public static final Map<String, DataGrade> GRADES = Map.ofEntries(
            Map.entry("person.id", BASIC),
            Map.entry("person.handle", BASIC),
            Map.entry("person.name", BASIC),
            Map.entry("person.bio", BASIC),
            Map.entry("person.avatar", BASIC),
            Map.entry("person.erased", BASIC),
            Map.entry("avatar.person", BASIC),
            Map.entry("avatar.version", BASIC),
            Map.entry("avatar.jpeg", BASIC),
            Map.entry("role.person", BASIC),
            Map.entry("role.role", BASIC),
            Map.entry("follow.id", BASIC),
            Map.entry("follow.follower", BASIC),
            Map.entry("follow.followed", BASIC),
            Map.entry("block.id", BEHAVIOUR),
            Map.entry("block.blocker", BEHAVIOUR),
            Map.entry("block.blocked", BEHAVIOUR),
            Map.entry("session.hash", BEHAVIOUR),
            Map.entry("session.person", BEHAVIOUR),
            Map.entry("session.expires_at", BEHAVIOUR),
            Map.entry("attempt.key", BEHAVIOUR),
            Map.entry("attempt.taken", BEHAVIOUR),
            Map.entry("attempt.since", BEHAVIOUR),
            Map.entry("consent.person", BEHAVIOUR),
            Map.entry("consent.purpose", BEHAVIOUR),
            Map.entry("consent.given", BEHAVIOUR),
            Map.entry("consent.at", BEHAVIOUR),
            Map.entry("consent_history.id", BEHAVIOUR),
            Map.entry("consent_history.person", BEHAVIOUR),
            Map.entry("consent_history.purpose", BEHAVIOUR),
            Map.entry("consent_history.given", BEHAVIOUR),
            Map.entry("consent_history.at", BEHAVIOUR),
            Map.entry("pseudonym.pseudonym", TRANSACTION),
            Map.entry("pseudonym.person", TRANSACTION),
            Map.entry("pseudonym.wrapped_key", TRANSACTION),
            Map.entry("pseudonym.day", TRANSACTION),
            Map.entry("pseudonym.ended_at", TRANSACTION),
            Map.entry("visitor_change.previous", TRANSACTION),
            Map.entry("visitor_change.pseudonym", TRANSACTION),
            Map.entry("visitor_change.at", TRANSACTION),
            Map.entry("credential.person", TRANSACTION),
            Map.entry("credential.hash", TRANSACTION),
            Map.entry("phone.person", TRANSACTION),
            Map.entry("phone.purpose", TRANSACTION),
            Map.entry("phone.version", TRANSACTION),
            Map.entry("phone.sealed", TRANSACTION),
            Map.entry("data_access.id", BEHAVIOUR),
            Map.entry("data_access.person", BEHAVIOUR),
            Map.entry("data_access.reader", BEHAVIOUR),
            Map.entry("data_access.field", BEHAVIOUR),
            Map.entry("data_access.reason", BEHAVIOUR),
            Map.entry("data_access.at", BEHAVIOUR),
            Map.entry("verification.person", BASIC),
            Map.entry("verification.verified_by", BASIC),
            Map.entry("verification.at", BASIC),
            Map.entry("role_request.id", BASIC),
            Map.entry("role_request.person", BASIC),
            Map.entry("role_request.role", BASIC),
            Map.entry("role_request.change", BASIC),
            Map.entry("role_request.reason", BASIC),
            Map.entry("role_request.asked_by", BASIC),
            Map.entry("role_request.asked_at", BASIC),
            Map.entry("role_request.state", BASIC),
            Map.entry("role_request.decided_by", BASIC),
            Map.entry("role_request.decided_at", BASIC),
            Map.entry("role_request.single_handed", BASIC));

    private PersonalData() {}
}
