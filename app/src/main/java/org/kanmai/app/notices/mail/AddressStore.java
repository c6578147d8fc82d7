package org.kanmai.app.notices.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of sealed e-mail addresses and of the codes that prove them. */
@Repository
class AddressStore {
    private final JdbcClient jdbc;

    AddressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address as it is kept. */
    record Row(Binary sealed, boolean confirmed) {}

    /** A code that waits to be typed in: how many codes one person is sent since when. */
    record Sent(Binary code, Instant until, Instant now, Instant since, int most) {}

    Optional<Row> find(PersonId person) {
        return jdbc.sql("""
                select sealed, confirmed
                  from notices.address
                 where person = :person
                   and sealed is not null
                """)
                .param("person", person.value())
                .query((row, number) -> new Row(Binary.of(row.getBytes("sealed")), row.getBoolean("confirmed")))
                .optional();
    }

    /** Puts an address in the place of the former, not confirmed; false when too many codes were sent. */
    boolean save(PersonId person, byte[] sealed, Sent sent) {
        return jdbc.sql("""
                insert into notices.address (person, sealed, code, code_until, codes, codes_since)
                     values (:person, :sealed, :code, :until, 1, :now)
                on conflict (person) do update
                        set sealed = excluded.sealed, confirmed = false, code = excluded.code,
                            code_until = excluded.code_until, attempts = 0,
                            codes = case when address.codes_since <= :since then 1 else address.codes + 1 end,
                            codes_since = case when address.codes_since <= :since then :now else address.codes_since end
                      where address.codes_since <= :since
                         or address.codes < :most
                """)
                        .param("person", person.value())
                        .param("sealed", sealed)
                        .param("code", sent.code().bytes())
                        .param("until", Timestamp.from(sent.until()))
                        .param("now", Timestamp.from(sent.now()))
                        .param("since", Timestamp.from(sent.since()))
                        .param("most", sent.most())
                        .update()
                == 1;
    }

    /** Takes one of the attempts and returns the code; empty when none is left or the code is too old. */
    Optional<byte[]> attempt(PersonId person, Instant now, int most) {
        return jdbc.sql("""
                update notices.address
                   set attempts = attempts + 1
                 where person = :person
                   and code is not null
                   and code_until > :now
                   and attempts < :most
                returning code
                """)
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> row.getBytes("code"))
                .optional();
    }

    void confirm(PersonId person) {
        jdbc.sql("update notices.address set confirmed = true, code = null where person = :person")
                .param("person", person.value())
                .update();
    }

    /** Forgets an address, and not how many codes were sent. */
    void forget(PersonId person) {
        jdbc.sql("""
                update notices.address
                   set sealed = null, confirmed = false, code = null
                 where person = :person
                """).param("person", person.value()).update();
    }

    void erase(PersonId person) {
        jdbc.sql("delete from notices.address where person = :person")
                .param("person", person.value())
                .update();
    }
}
