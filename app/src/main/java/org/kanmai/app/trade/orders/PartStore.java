package org.kanmai.app.trade.orders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what goes back of orders in parts, never more than was ordered and paid. */
@Repository
class PartStore {
    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What went back in parts.
     *
     * @param minor their money
     * @param units of each line, by its place
     */
    record Back(long minor, Map<Integer, Integer> units) {
        Back {
            units = Map.copyOf(units);
        }

        Money money(Money total) {
            return new Money(minor, total.currency());
        }

        int units(int place) {
            return units.getOrDefault(place, 0);
        }

        /** Returns the order with the units only that have not gone back. */
        OrderRow restOf(OrderRow order) {
            var lines = order.lines();
            return minor == 0 && units.values().stream().allMatch(count -> count == 0)
                    ? order
                    : order.with(IntStream.range(0, lines.size())
                            .filter(place -> lines.get(place).units() > units(place))
                            .mapToObj(place ->
                                    lines.get(place).of(lines.get(place).units() - units(place)))
                            .toList());
        }
    }

    /** Makes all who move an order wait until this transaction ends; false when there is none. */
    boolean hold(OrderId id) {
        return jdbc.sql("""
                select id
                  from trade.orders
                 where id = :id
                   for update
                """)
                .param("id", id.value())
                .query((row, number) -> row.getLong("id"))
                .optional()
                .isPresent();
    }

    Back back(OrderId id) {
        var units = new HashMap<Integer, Integer>();
        var minor = jdbc.sql("""
                select orders.returned as minor, line.place, line.returned
                  from trade.orders
                  join trade.line on line.orders = orders.id
                 where orders.id = :id
                """)
                .param("id", id.value())
                .query((row, number) -> {
                    units.put(row.getInt("place"), row.getInt("returned"));
                    return row.getLong("minor");
                })
                .list();
        return new Back(minor.isEmpty() ? 0 : minor.getFirst(), units);
    }

    /** Counts units of a line as gone back; false when fewer are left. */
    boolean take(OrderId id, int place, int units) {
        return jdbc.sql("""
                update trade.line
                   set returned = returned + :units
                 where orders = :id
                   and place = :place
                   and returned + :units <= units
                """)
                        .param("id", id.value())
                        .param("place", place)
                        .param("units", units)
                        .update()
                == 1;
    }

    void count(OrderId id, Money amount) {
        jdbc.sql("""
                update trade.orders
                   set returned = returned + :minor
                 where id = :id
                """).param("id", id.value()).param("minor", amount.minor()).update();
    }

    /** Lowers the price of an order's only line, of which nothing has gone back. */
    void lower(OrderId id, Money price, Money amount, Money fee) {
        jdbc.sql("""
                with placed as (
                         update trade.orders
                            set goods = goods - :amount, total = total - :amount, fee = fee - :fee
                          where id = :id
                         returning id)
                update trade.line
                   set minor = :price
                  from placed
                 where line.orders = placed.id
                """)
                .param("id", id.value())
                .param("price", price.minor())
                .param("amount", amount.minor())
                .param("fee", fee.minor())
                .update();
    }

    /** Makes an order refunded all of whose units went back. */
    Optional<OrderRow> end(OrderId id, Instant at) {
        return OrderRows.whole(jdbc.sql("""
                with placed as (
                         update trade.orders
                            set state = 'refunded', untold = untold || '{refunded}', refund = 'asked', refunded_at = :at, address = null
                          where id = :id
                            and state in ('paid', 'shipped', 'received')
                         returning *)
                select %s
                  from placed
                  join trade.line on line.orders = placed.id
                 order by line.place
                """.formatted(OrderRows.COLUMNS))
                        .param("id", id.value())
                        .param("at", Timestamp.from(at)))
                .stream()
                .findFirst();
    }

    /** Returns an order that is paid and whose money has not gone back, and makes all who move it wait. */
    Optional<OrderRow> sold(OrderId id) {
        return hold(id) ? find(id).stream().findFirst() : Optional.empty();
    }

    private List<OrderRow> find(OrderId id) {
        return OrderRows.whole(jdbc.sql("""
                select %s
                  from trade.orders placed
                  join trade.line on line.orders = placed.id
                 where placed.id = :id
                   and placed.state in ('paid', 'shipped', 'received')
                 order by line.place
                """.formatted(OrderRows.COLUMNS)).param("id", id.value()));
    }
}
