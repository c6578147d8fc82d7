package org.kanmai.app.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.catalog.stock.Stock.Shortage;
import org.kanmai.app.catalog.stock.Stock.Taking;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SkuId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
class StockTests {
    private static final PersonId LI = new PersonId(1);
    private static final Money PRICE = Money.of(1990, "CNY");

    private final Stall stall;
    private final Stock stock;
    private final StockStore store;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    StockTests(Stall stall, Stock stock, StockStore store, TransactionTemplate transaction, JdbcClient jdbc) {
        this.stall = stall;
        this.stock = stock;
        this.store = store;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    private Taking take(Map<SkuId, Integer> wanted) {
        return take(wanted, PRICE);
    }

    private Taking take(Map<SkuId, Integer> units, Money price) {
        var wanted = units.entrySet().stream()
                .map(each -> new Stock.Wanted(each.getKey(), each.getValue(), price, null))
                .toList();
        return Objects.requireNonNull(transaction.execute(status -> stock.take(LI, wanted)));
    }

    private int free(SkuId sku) {
        return store.free(List.of(new Stock.Wanted(sku, 1, Money.of(1, "CNY"), null)), Instant.EPOCH)
                .getOrDefault(sku, -1);
    }

    @Test
    void twoHundredWhoWantTheLastFiftyTakeExactlyFifty() throws Exception {
        for (int round = 0; round < 5; round++) {
            fifty();
        }
    }

    private void fifty() throws Exception {
        var tea = stall.sku(50);
        var takings = new ArrayList<Future<Taking>>();
        try (var pool = Executors.newFixedThreadPool(20)) {
            for (int buyer = 0; buyer < 200; buyer++) {
                takings.add(pool.submit(() -> take(Map.of(tea, 1))));
            }
        }
        int taken = 0;
        for (var taking : takings) {
            taken += taking.get() instanceof Taking.Taken ? 1 : 0;
        }
        assertThat(taken).isEqualTo(50);
        assertThat(free(tea)).isZero();
    }

    @Test
    void severalVariantsAreTakenTogetherOrNotAtAll() {
        var tea = stall.sku(3);
        var cup = stall.sku(1);
        assertThat(take(Map.of(tea, 2, cup, 2))).isEqualTo(new Taking.OutOfStock(List.of(new Shortage(cup, 1))));
        assertThat(free(tea)).isEqualTo(3);
        assertThat(take(Map.of(tea, 2, cup, 1))).isInstanceOf(Taking.Taken.class);
        assertThat(free(tea)).isEqualTo(1);
        transaction.executeWithoutResult(
                status -> stock.giveBack(LI, List.of(new Stock.Given(tea, 2, null), new Stock.Given(cup, 1, null))));
        assertThat(free(tea)).isEqualTo(3);
        assertThat(free(cup)).isEqualTo(1);
    }

    @Test
    void noneIsTakenAtAnotherPriceNorOfWhatIsNoLongerOffered() {
        var tea = stall.sku(3);
        assertThat(take(Map.of(tea, 1), Money.of(1989, "CNY"))).isInstanceOf(Taking.Changed.class);
        assertThat(take(Map.of(tea, 1), Money.of(1990, "USD"))).isInstanceOf(Taking.Changed.class);
        assertThat(take(Map.of(tea, 4), Money.of(1989, "CNY")))
                .isEqualTo(new Taking.OutOfStock(List.of(new Shortage(tea, 3))));
        jdbc.sql(
                        "update catalog.product set state = 'delisted' where id = (select product from catalog.sku where id = :id)")
                .param("id", tea.value())
                .update();
        assertThat(take(Map.of(tea, 1))).isInstanceOf(Taking.Changed.class);
        assertThat(free(tea)).isEqualTo(3);
    }

    @Test
    void ordersOfTheSameVariantsInOppositeOrderNeverWaitInACircle() throws Exception {
        var tea = stall.sku(1_000);
        var cup = stall.sku(1_000);
        var takings = new ArrayList<Future<Taking>>();
        try (var pool = Executors.newFixedThreadPool(12)) {
            for (int buyer = 0; buyer < 120; buyer++) {
                var first = buyer % 2 == 0 ? tea : cup;
                var second = buyer % 2 == 0 ? cup : tea;
                var wanted = new LinkedHashMap<SkuId, Integer>();
                wanted.put(first, 1);
                wanted.put(second, 2);
                takings.add(pool.submit(() -> take(wanted)));
            }
        }
        for (var taking : takings) {
            assertThat(taking.get()).isInstanceOf(Taking.Taken.class);
        }
        assertThat(free(tea) + free(cup)).isEqualTo(2_000 - 360);
    }

    @Test
    void theDatabaseRefusesToHaveFewerThanNone() {
        var tea = stall.sku(1);
        assertThatThrownBy(() -> jdbc.sql("update catalog.stock set free = free - 2 where sku = :sku")
                        .param("sku", tea.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
