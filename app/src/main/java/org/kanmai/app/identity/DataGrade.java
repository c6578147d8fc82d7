package org.kanmai.app.identity;

import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;

/** The three grades of personal data, each with its own readers. */
public enum DataGrade implements Code {
    /** What a person shows to everybody, and what everybody may know. */
    BASIC,
    /** What a person does and prefers: the person's own to read. */
    BEHAVIOUR,
    /** Numbers and secrets that can do harm: the person's own, and an operator's with a reason, on record. */
    TRANSACTION;

    /** Returns whether a viewer may read data of this grade about a person. */
    public boolean readable(Viewer viewer, PersonId owner) {
        return switch (this) {
            case BASIC -> true;
            case BEHAVIOUR -> viewer.is(owner);
            case TRANSACTION -> viewer.is(owner) || viewer.is(Role.OPERATOR);
        };
    }
}
