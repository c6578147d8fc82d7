package org.kanmai.app.payment.rates;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rates by their day; entering one again for its day replaces it. */
@Repository
class RateStore {
    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Rate rate) {
        jdbc.sql("""
                insert into payment.rate (base, quote, day, value, source)
                     values (:from, :to, :day, :value, :source)
                on conflict (base, quote, day) do update
                        set value = excluded.value, source = excluded.source
                """)
                .param("from", rate.from())
                .param("to", rate.to())
                .param("day", rate.day())
                .param("value", rate.value())
                .param("source", rate.source())
                .update();
    }

    /** Returns the newest rate of each pair, none from before a day. */
    List<Rate> newest(LocalDate since, int limit) {
        return jdbc.sql("""
                select distinct on (base, quote) base, quote, day, value, source
                  from payment.rate
                 where day >= :since
                 order by base, quote, day desc
                 limit :limit
                """)
                .param("since", since)
                .param("limit", limit)
                .query((row, number) -> new Rate(
                        row.getString("base"),
                        row.getString("quote"),
                        row.getObject("day", LocalDate.class),
                        row.getBigDecimal("value"),
                        row.getString("source")))
                .list();
    }
}
