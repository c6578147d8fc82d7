package org.kanmai.app.pastsales;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cancelled units were sold by which line. */
@Repository
class MatchStore {
    private static final int MOST_SALES = 200;

    private final JdbcClient jdbc;

    MatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line that takes units back, from somebody known or not. */
    record Cancellation(long id, @Nullable Binary customer, String code, BigDecimal price, int units, Instant at) {}

    /** A line that has units left to be cancelled. */
    record Sale(long id, int left) {}

    /** Returns the next cancellations of a file that were not looked at, and keeps others from looking at them. */
    List<Cancellation> next(long file, int most) {
        return jdbc.sql("""
                with held as (
                         select id, matched_to
                           from pastsales.import
                          where id = :file
                            for update)
                select line.id, invoice.customer, line.code, line.price, line.units, invoice.at
                  from held
                  join pastsales.line on line.import = held.id and line.kind = 'cancellation' and line.id > held.matched_to
                  join pastsales.invoice on invoice.id = line.invoice
                 order by line.id
                 limit :most
                """)
                .param("file", file)
                .param("most", most)
                .query((row, number) -> {
                    var customer = row.getBytes("customer");
                    return new Cancellation(
                            row.getLong("id"),
                            customer == null ? null : Binary.of(customer),
                            row.getString("code"),
                            row.getBigDecimal("price"),
                            row.getInt("units"),
                            Objects.requireNonNull(row.getTimestamp("at")).toInstant());
                })
                .list();
    }

    /** Returns what a customer had bought of a code by then and has not cancelled: at the same price first, the latest first. */
    List<Sale> sold(long shop, Binary customer, Cancellation cancelled) {
        return jdbc.sql("""
                select line.id, line.units - line.matched as left
                  from pastsales.invoice
                  join pastsales.line on line.invoice = invoice.id
                 where invoice.shop = :shop
                   and invoice.customer = :customer
                   and invoice.at <= :at
                   and line.kind = 'sale'
                   and line.code = :code
                   and line.matched < line.units
                 order by line.price = :price desc, invoice.at desc, line.id desc
                 limit :most
                """)
                .param("shop", shop)
                .param("customer", customer.bytes())
                .param("at", Timestamp.from(cancelled.at()))
                .param("code", cancelled.code())
                .param("price", cancelled.price())
                .param("most", MOST_SALES)
                .query((row, number) -> new Sale(row.getLong("id"), row.getInt("left")))
                .list();
    }

    void match(Cancellation cancellation, Sale sale, int units) {
        jdbc.sql("""
                with matched as (
                         update pastsales.line
                            set matched = matched + :units
                          where id in (:cancellation, :sale)
                         returning id)
                insert into pastsales.match (cancellation, sale, units)
                select :cancellation, :sale, :units
                  from matched
                 where id = :sale
                """)
                .param("units", units)
                .param("cancellation", cancellation.id())
                .param("sale", sale.id())
                .update();
    }

    void lookedAt(long file, long last) {
        jdbc.sql("""
                update pastsales.import
                   set matched_to = :last
                 where id = :file
                """).param("file", file).param("last", last).update();
    }
}
