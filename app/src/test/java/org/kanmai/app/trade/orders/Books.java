package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.payment.TrialProvider;
import org.kanmai.app.trade.orders.OrderRow.State;
import org.kanmai.app.trade.orders.Rush.Bought;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database, the ledger and the provider say of the orders of a rush, held against the model. */
@Component
class Books {
    private static final Currency YUAN = Currency.getInstance("CNY");
    private static final int PRICE = 1990;
    private static final int FEE_PER_MILLE = 50;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final TrialProvider provider;

    Books(JdbcClient jdbc, Ledger ledger, TrialProvider provider) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.provider = provider;
    }

    Map<Long, String> states(Shop shop) {
        var states = new TreeMap<Long, String>();
        jdbc.sql("select id, state from trade.orders where shop = :shop")
                .param("shop", Long.parseLong(shop.id()))
                .query((row, number) -> states.put(row.getLong("id"), row.getString("state")))
                .list();
        return states;
    }

    int free(Shop shop) {
        return jdbc.sql("select free from catalog.stock where sku = :sku")
                .param("sku", Long.parseLong(shop.sku()))
                .query(Integer.class)
                .single();
    }

    /** Returns what has become of an order, as its rows say. */
    Course course(Bought order) {
        return jdbc.sql("""
                select orders.state, orders.shipped_at is not null as sent, orders.released_at is not null as released,
                       payment.state = 'settled' as paid_in
                  from trade.orders
                  join payment.payment on payment.id = :payment
                 where orders.id = :order
                """)
                .param("order", order.id().value())
                .param("payment", Street.payment(order.placed).value())
                .query((row, number) -> new Course(
                        Code.parse(State.class, row.getString("state")),
                        row.getBoolean("paid_in"),
                        row.getBoolean("sent"),
                        row.getBoolean("released")))
                .single();
    }

    /** The money of an order is in the accounts where the model has it, and went back once at most, never to come again. */
    void check(Bought order) {
        var course = course(order);
        assertThat(course).isEqualTo(order.course);
        var moved = moved(order);
        if (course.goesBack()) {
            order.returned |= moved.isEmpty();
            assertThat(moved).isEqualTo(order.returned ? Map.of() : waiting(order));
            assertThat(provider.refunds(Street.payment(order.placed))).hasSizeLessThanOrEqualTo(1);
        } else {
            assertThat(moved).isEqualTo(course.paidIn() ? sold(order) : Map.of());
            assertThat(provider.refunds(Street.payment(order.placed))).isEmpty();
        }
    }

    private Map<Account.Purpose, Long> moved(Bought order) {
        var moved = ledger.about(order.id().value()).stream()
                .flatMap(entry -> entry.postings().stream())
                .collect(Collectors.groupingBy(
                        posting -> posting.account().purpose(),
                        Collectors.summingLong(posting -> posting.amount().minor())));
        moved.values().removeIf(sum -> sum == 0);
        return moved;
    }

    private static Map<Account.Purpose, Long> waiting(Bought order) {
        return Map.of(Account.Purpose.SETTLEMENT, -total(order), Account.Purpose.CLEARING, total(order));
    }

    private static Map<Account.Purpose, Long> sold(Bought order) {
        return Map.of(
                Account.Purpose.SETTLEMENT,
                -total(order),
                order.course.released() ? Account.Purpose.FREE : Account.Purpose.HELD,
                share(order),
                Account.Purpose.FEES,
                total(order) - share(order));
    }

    private static long total(Bought order) {
        return (long) PRICE * order.units;
    }

    private static long share(Bought order) {
        return total(order) - Math.round(total(order) * FEE_PER_MILLE / 1000.0);
    }

    /** The shop owns its share of what it sold, and all of the ledger sums to nothing. */
    void check(Shop shop, List<Bought> orders) {
        var id = ShopId.parse(shop.id());
        assertThat(ledger.balance(Account.held(id), YUAN).minor()).isEqualTo(shares(orders, false));
        assertThat(ledger.balance(Account.free(id), YUAN).minor()).isEqualTo(shares(orders, true));
        assertThat(jdbc.sql("select coalesce(sum(minor), 0) from ledger.posting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static long shares(List<Bought> orders, boolean released) {
        return orders.stream()
                .filter(each -> each.course.isSold() && each.course.released() == released)
                .mapToLong(Books::share)
                .sum();
    }
}
