package org.kanmai.app.river.leases;

import java.util.Optional;
import org.kanmai.facts.PastIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Node numbers and the processes that hold them. */
@Repository
class NodeStore {
    /** The number after it makes ids of the past. */
    private static final int LAST = PastIds.NODE - 1;

    private final JdbcClient jdbc;

    NodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the smallest number that no living process holds; empty when another took it first. */
    Optional<Integer> take(String holder) {
        return jdbc.sql("""
                insert into river.node (number, holder, until)
                     select candidate, :holder, clock_timestamp() + interval '60 seconds'
                       from generate_series(0, :last) candidate
                      where not exists (select 1
                                          from river.node
                                         where number = candidate
                                           and until >= clock_timestamp())
                      order by candidate
                      limit 1
                on conflict (number) do update
                        set holder = excluded.holder,
                            until = excluded.until
                      where node.until < clock_timestamp()
                  returning number
                """)
                .param("last", LAST)
                .param("holder", holder)
                .query(Integer.class)
                .optional();
    }

    boolean renew(int number, String holder) {
        return jdbc.sql("""
                update river.node
                   set until = clock_timestamp() + interval '60 seconds'
                 where number = :number
                   and holder = :holder
                """).param("number", number).param("holder", holder).update() == 1;
    }
}
