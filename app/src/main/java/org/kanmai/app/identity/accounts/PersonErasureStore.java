package org.kanmai.app.identity.accounts;

import java.util.List;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes every row of a person; what stays is a number without a name. */
@Component
final class PersonErasureStore {
    private static final List<String> ROWS = List.of(
            "delete from identity.session where person = :person",
            "delete from identity.credential where person = :person",
            "delete from identity.role where person = :person",
            "delete from identity.role_request where person = :person",
            "delete from identity.consent where person = :person",
            "delete from identity.consent_history where person = :person",
            "delete from identity.region where person = :person",
            "delete from identity.follow where follower = :person",
            "delete from identity.follow where followed = :person",
            "delete from identity.block where blocker = :person",
            "delete from identity.block where blocked = :person",
            "delete from identity.avatar where person = :person",
            "delete from identity.phone where person = :person",
            "delete from identity.data_access where person = :person");

    private final JdbcClient jdbc;

    PersonErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns false when the person has been erased already; otherwise the row is this transaction's. */
    boolean begin(PersonId person) {
        return jdbc.sql("select id from identity.person where id = :person and not erased for update")
                .param("person", person.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void erase(PersonId person) {
        for (var rows : ROWS) {
            jdbc.sql(rows).param("person", person.value()).update();
        }
        jdbc.sql("""
                update identity.person set erased = true, handle = null, name = null, bio = null, avatar = null
                where id = :person
                """).param("person", person.value()).update();
    }
}
