package org.kanmai.app.affiliate.payouts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of who had the list of a batch for the bank. */
@Repository
class OpeningStore {
    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;

    OpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who had it, and when. */
    record Opening(PersonId reader, Instant at) {}

    void add(long batch, Opening opening) {
        jdbc.sql("insert into affiliate.opening (batch, reader, at) values (:batch, :reader, :at)")
                .param("batch", batch)
                .param("reader", opening.reader().value())
                .param("at", Timestamp.from(opening.at()))
                .update();
    }

    /** Returns the latest, the newest first. */
    List<Opening> of(long batch) {
        return jdbc.sql("""
                select reader, at
                  from affiliate.opening
                 where batch = :batch
                 order by at desc
                 limit :most
                """)
                .param("batch", batch)
                .param("most", MOST_SHOWN)
                .query((row, number) -> new Opening(
                        new PersonId(row.getLong("reader")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
