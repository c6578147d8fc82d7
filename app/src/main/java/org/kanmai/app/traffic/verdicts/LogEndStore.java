package org.kanmai.app.traffic.verdicts;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps up to where the log by work was read. */
@Repository
class LogEndStore {
    private final JdbcClient jdbc;

    LogEndStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Integer, Long> next() {
        var next = new TreeMap<Integer, Long>();
        jdbc.sql("select partition, next from traffic.log_end").query(row -> {
            next.put(row.getInt("partition"), row.getLong("next"));
        });
        return next;
    }

    void put(Map<Integer, Long> next) {
        jdbc.sql("""
                insert into traffic.log_end (partition, next)
                     select * from unnest(:partitions::int[], :next::bigint[])
                on conflict (partition) do update
                        set next = greatest(log_end.next, excluded.next)
                """)
                .param("partitions", next.keySet().toArray(Integer[]::new))
                .param("next", next.values().toArray(Long[]::new))
                .update();
    }
}
