package org.kanmai.app.affiliate.payouts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of sealed bank accounts. */
@Repository
class PayeeStore {
    private final JdbcClient jdbc;

    PayeeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(Party party) {
        return jdbc.sql("select sealed from affiliate.payee where kind = :kind and party = :party")
                .param("kind", party.kind().code())
                .param("party", party.id())
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }

    void put(Party party, byte[] sealed, Instant at) {
        jdbc.sql("""
                insert into affiliate.payee (kind, party, sealed, changed_at)
                     values (:kind, :party, :sealed, :at)
                         on conflict (kind, party) do update
                        set sealed = excluded.sealed, changed_at = excluded.changed_at
                """)
                .param("kind", party.kind().code())
                .param("party", party.id())
                .param("sealed", sealed)
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(Party party) {
        jdbc.sql("delete from affiliate.payee where kind = :kind and party = :party")
                .param("kind", party.kind().code())
                .param("party", party.id())
                .update();
    }

    /** Forgets where a person's payouts went. */
    void forget(PersonId person) {
        remove(Party.of(person));
        jdbc.sql("update affiliate.payout set sealed = null where kind = 'person' and party = :party and not open")
                .param("party", person.value())
                .update();
    }
}
