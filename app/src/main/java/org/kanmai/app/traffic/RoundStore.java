package org.kanmai.app.traffic;

import java.sql.Timestamp;
import java.util.Optional;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.RoundHeld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the rounds that were held. */
@Repository
class RoundStore {
    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one transaction at a time hold a round. */
    void lock() {
        jdbc.sql("lock table traffic.round in share row exclusive mode").update();
    }

    void add(RoundHeld held) {
        jdbc.sql("""
                insert into traffic.round (id, pool, held_at, places, held)
                     values (:id, :pool, :at, :places, :held)
                """)
                .param("id", held.id())
                .param("pool", held.pool())
                .param("at", Timestamp.from(held.at()))
                .param("places", held.places())
                .param("held", FactCodec.write(held))
                .update();
    }

    Optional<RoundHeld> find(long id) {
        return jdbc.sql("select held from traffic.round where id = :id")
                .param("id", id)
                .query((row, number) ->
                        (RoundHeld) FactCodec.read(row.getBytes("held")).orElseThrow())
                .optional();
    }
}
