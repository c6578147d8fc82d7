package org.kanmai.app.identity.phones;

import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of sealed phone numbers. */
@Component
final class PhoneStore {
    private final JdbcClient jdbc;

    PhoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Sealed phone) {
        jdbc.sql("""
                insert into identity.phone (person, version, sealed) values (:person, :version, :sealed)
                on conflict (person) do update set version = excluded.version, sealed = excluded.sealed
                """)
                .param("person", phone.person().value())
                .param("version", phone.version())
                .param("sealed", phone.sealed().bytes())
                .update();
    }

    Optional<Sealed> find(PersonId person) {
        return jdbc.sql("select person, version, sealed from identity.phone where person = :person")
                .param("person", person.value())
                .query(Sealed::of)
                .optional();
    }

    void delete(PersonId person) {
        jdbc.sql("delete from identity.phone where person = :person")
                .param("person", person.value())
                .update();
    }

    long sealedBefore(int version) {
        return jdbc.sql("select count(*) from identity.phone where version < :version")
                .param("version", version)
                .query(Long.class)
                .single();
    }

    /** Returns some numbers sealed with older keys; their rows are this transaction's. */
    List<Sealed> takeSealedBefore(int version, int most) {
        return jdbc.sql("""
                select person, version, sealed from identity.phone where version < :version
                order by version, person limit :most for update skip locked
                """)
                .param("version", version)
                .param("most", most)
                .query(Sealed::of)
                .list();
    }

    /**
     * A number as it is kept.
     *
     * @param version of the data key
     */
    record Sealed(PersonId person, int version, Binary sealed) {
        static Sealed of(java.sql.ResultSet row, int number) throws java.sql.SQLException {
            return new Sealed(
                    new PersonId(row.getLong("person")), row.getInt("version"), Binary.of(row.getBytes("sealed")));
        }
    }
}
