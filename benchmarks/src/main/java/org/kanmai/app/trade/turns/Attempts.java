package org.kanmai.app.trade.turns;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.kanmai.app.catalog.sales.BareSales;
import org.kanmai.app.catalog.stock.BareStock;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt after the other at the units of a sale: whose turn it is, and for who is let in a transaction that writes an order and takes. */
public final class Attempts {
    private static final Duration PAY_WITHIN = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Stock stock;
    private final Turnstile turnstile;
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger taken = new AtomicInteger();

    /** Takes the server's PostgreSQL and Redis. */
    public Attempts(DataSource database, LettuceConnectionFactory redis) {
        this.jdbc = JdbcClient.create(database);
        var manager = new JdbcTransactionManager(database);
        this.transactions = new TransactionTemplate(manager);
        this.stock = BareStock.of(jdbc, manager, clock);
        this.turnstile = new Turnstile(
                BareSales.of(jdbc, clock), new HeldStore(jdbc), new TurnQueue(new StringRedisTemplate(redis)), clock);
    }

    /** What is on sale. */
    public record OnSale(SaleId sale, SkuId sku, Money price) {}

    /** Makes one attempt of somebody's, each of whom comes once; a number not below 0 that no order has. */
    public void make(OnSale offer, long number) {
        var buyer = new PersonId(number + 1);
        if (turnstile.enter(buyer, offer.sale()) instanceof Turn.In && took(offer, buyer)) {
            taken.incrementAndGet();
            turnstile.ordered(buyer, offer.sale());
        }
    }

    private boolean took(OnSale offer, PersonId buyer) {
        var wanted = List.of(new Stock.Wanted(offer.sku(), 1, offer.price(), offer.sale()));
        return Boolean.TRUE.equals(transactions.execute(status -> {
            write(offer, buyer);
            boolean took = stock.take(buyer, wanted) instanceof Stock.Taking.Taken;
            if (!took) {
                status.setRollbackOnly();
            }
            return took;
        }));
    }

    private void write(OnSale offer, PersonId buyer) {
        var now = clock.instant();
        jdbc.sql("""
                with placed as (
                         insert into trade.orders (id, buyer, key, shop, state, currency, goods, shipping, total, fee, placed_at, expires_at)
                              values (:buyer, :buyer, 'benchmark', :sale, 'placed', :currency, :minor, 0, :minor, 0, :now, :until)
                           returning id)
                insert into trade.line (orders, place, sku, product, title, options, units, minor, source, sale)
                select id, 0, :sku, :sku, 'Spring tea', '{}', 1, :minor, 'direct', :sale
                  from placed
                """)
                .param("buyer", buyer.value())
                .param("sale", offer.sale().value())
                .param("sku", offer.sku().value())
                .param("minor", offer.price().minor())
                .param("currency", offer.price().currency().getCurrencyCode())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(PAY_WITHIN)))
                .update();
    }

    /** Returns how many units were taken. */
    public int taken() {
        return taken.get();
    }
}
