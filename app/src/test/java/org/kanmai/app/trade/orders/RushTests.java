package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many people want the last few: some pay, some never do, some lose the answer and ask again, and the provider tells twice,
 * late, or of orders that are over. Whatever the order of events, units and money are where they belong.
 */
@KanmaiTest
@Tag("EC-09")
class RushTests {
    private static final int SHARE = 1890;

    private final Street street;
    private final Orders orders;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final int port;

    RushTests(Street street, Orders orders, Ledger ledger, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.orders = orders;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void fortyWhoWantTheLastTenBuyExactlyTenAtMost() throws Exception {
        rush(40, 10, 8);
    }

    @Test
    @Tag("deep")
    void twoHundredThreadsWantTheLastFifty() throws Exception {
        for (int round = 0; round < 5; round++) {
            rush(200, 50, 200);
        }
    }

    private void rush(int buyers, int stock, int threads) throws Exception {
        long seed = System.nanoTime();
        var shop = street.shop(port, stock);
        var people = new ArrayList<Buyer>();
        for (int index = 0; index < Math.min(buyers, 25); index++) {
            people.add(street.buyer(port));
        }
        var attempts = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int index = 0; index < buyers; index++) {
                var random = new Random(seed + index);
                var buyer = people.get(index % people.size());
                attempts.add(pool.submit(() -> attempt(buyer, shop, random)));
            }
        }
        for (var attempt : attempts) {
            attempt.get();
        }
        sellTheRest(shop, people.getFirst());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> allIsWhereItBelongs(shop, stock, seed));
    }

    /** Places, or asks twice; then pays once or more often, cancels, lets it expire, or lets it expire and pays. */
    private void attempt(Buyer buyer, Shop shop, Random random) {
        var key = UUID.randomUUID().toString();
        var seen = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var first = Street.order(buyer, key, seen, shop.sku(), 1);
        var answer = random.nextBoolean() ? first : Street.order(buyer, key, seen, shop.sku(), 1);
        if (first.status() == 201) {
            assertThat(Street.id(answer.json())).isEqualTo(Street.id(first.json()));
        }
        if (answer.status() != 201) {
            assertThat(answer.type()).endsWith("out-of-stock");
            return;
        }
        var placed = answer.json();
        switch (random.nextInt(5)) {
            case 0 -> street.pay(port, placed);
            case 1 -> {
                street.pay(port, placed);
                street.pay(port, placed);
            }
            case 2 ->
                Street.patient(() -> buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));
            case 3 -> expire(Street.id(placed));
            default -> {
                expire(Street.id(placed));
                street.pay(port, placed);
            }
        }
    }

    /** As the clock does, which comes again after a failure. */
    private void expire(OrderId order) {
        await().ignoreExceptions().until(() -> {
            orders.close(order, Closing.EXPIRED);
            return true;
        });
    }

    private void sellTheRest(Shop shop, Buyer buyer) {
        for (var answer = Street.order(buyer, shop.sku(), 1);
                answer.status() == 201;
                answer = Street.order(buyer, shop.sku(), 1)) {
            street.pay(port, answer.json());
        }
    }

    private void allIsWhereItBelongs(Shop shop, int stock, long seed) {
        var states = jdbc.sql("select state from trade.orders where shop = :shop")
                .param("shop", Long.parseLong(shop.id()))
                .query(String.class)
                .list();
        assertThat(states).as("seed " + seed).doesNotContain("placed");
        assertThat(states.stream().filter("paid"::equals))
                .as("paid, seed " + seed)
                .hasSize(stock);
        assertThat(number("select free from catalog.stock where sku = " + shop.sku()))
                .isZero();
        var yuan = Currency.getInstance("CNY");
        assertThat(ledger.balance(Account.held(ShopId.parse(shop.id())), yuan).minor())
                .isEqualTo((long) stock * SHARE);
        assertThat(unreturned(shop))
                .as("money that belongs to nobody, seed " + seed)
                .isEmpty();
        assertThat(number("select coalesce(sum(minor), 0) from ledger.posting")).isZero();
    }

    /** Orders that are over and whose buyer's money has neither become a sale nor gone back. */
    private List<Long> unreturned(Shop shop) {
        return jdbc.sql("""
                select orders.id
                  from trade.orders
                  join ledger.entry on entry.subject = orders.id and entry.kind = 'payment'
                 where orders.shop = :shop
                   and orders.state <> 'paid'
                   and not exists (select 1
                                     from ledger.entry back
                                    where back.subject = orders.id
                                      and back.kind = 'return')
                """)
                .param("shop", Long.parseLong(shop.id()))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
