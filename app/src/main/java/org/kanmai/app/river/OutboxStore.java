package org.kanmai.app.river;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts that were told inside a transaction and are not on the log yet. */
@Repository
class OutboxStore {
    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One fact on its way: where it stands in the outbox and what goes onto the log. */
    record Row(long position, ProducerRecord<byte[], byte[]> record) {}

    /** Adds what a transaction tells, in the order in which it was told. */
    void add(List<Fact> facts) {
        jdbc.sql("""
                insert into river.outbox (topic, key, body)
                select topic, key, body
                  from unnest(:topics::text[], :keys::bigint[], :bodies::bytea[])
                       with ordinality as told (topic, key, body, place)
                 order by place
                """)
                .param("topics", facts.stream().map(fact -> fact.topic().code()).toArray(String[]::new))
                .param("keys", facts.stream().map(Fact::key).toArray(Long[]::new))
                .param("bodies", facts.stream().map(FactCodec::write).toArray(byte[][]::new))
                .update();
    }

    /** Returns the oldest rows, in order, none of a transaction that another still open one might precede. */
    List<Row> oldest(int limit) {
        return jdbc.sql("""
                select position, topic, key, body
                  from river.outbox
                 where transaction < pg_snapshot_xmin(pg_current_snapshot())
                 order by transaction, position
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        row.getLong("position"),
                        FactLog.record(row.getString("topic"), row.getLong("key"), row.getBytes("body"))))
                .list();
    }

    /** Removes what the log has acknowledged, if the lease still has this token; returns how many rows went. */
    int remove(List<Long> positions, long token) {
        return jdbc.sql("""
                delete from river.outbox
                      where position = any(:positions)
                        and exists (select 1
                                      from river.lease
                                     where name = 'relay'
                                       and token = :token)
                """)
                .param("positions", positions.toArray(Long[]::new))
                .param("token", token)
                .update();
    }

    /** Returns the age of the oldest fact in seconds; 0 when there is none. */
    double ageSeconds() {
        return jdbc.sql("""
                select coalesce(extract(epoch from now() - min(told_at)), 0)
                  from river.outbox
                """).query(Double.class).single();
    }
}
