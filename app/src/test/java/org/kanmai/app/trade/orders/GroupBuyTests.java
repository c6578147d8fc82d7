package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Buying together over HTTP: opened, joined, complete or failed, and what everybody pays in the end. */
@KanmaiTest
@Tag("SF-01")
class GroupBuyTests {
    private static final Currency YUAN = Currency.getInstance("CNY");
    private static final String PARCEL = "{\"carrier\": \"顺丰\", \"number\": \"SF1234567\"}";

    private final Street street;
    private final OrderClocks clocks;
    private final Ledger ledger;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    GroupBuyTests(
            Street street,
            OrderClocks clocks,
            Ledger ledger,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.clocks = clocks;
        this.ledger = ledger;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private static Answer offer(Shop shop, String steps, int units, int most) {
        return shop.merchant().post("/api/me/shop/group-buys", """
                {"sku": "%s", "steps": %s, "minutes": 60, "units": %d, "most": %d}""".formatted(shop.sku(), steps, units, most));
    }

    private static String deal(Shop shop, String steps) {
        return Street.must(201, offer(shop, steps, 100, 2)).path("id").asString();
    }

    private static String step(int people, int minor) {
        return "{\"people\": %d, \"price\": {\"minor\": %d, \"currency\": \"CNY\"}}".formatted(people, minor);
    }

    private static String together(String deal, String group) {
        return group.isEmpty()
                ? "{\"deal\": \"%s\"}".formatted(deal)
                : "{\"deal\": \"%s\", \"group\": \"%s\"}".formatted(deal, group);
    }

    private static Answer order(Buyer buyer, Shop shop, int units, String together) {
        var lines = "[{\"sku\": \"%s\", \"units\": %d}]".formatted(shop.sku(), units);
        var quote = Street.patient(() ->
                buyer.browser().post("/api/quotes", "{\"lines\": %s, \"together\": %s}".formatted(lines, together)));
        return quote.status() == 200
                ? placed(buyer, lines, together, quote.json().path("id").asString())
                : quote;
    }

    private static Answer placed(Buyer buyer, String lines, String together, String quote) {
        var body = """
                {"key": "%s", "quote": "%s", "lines": %s, "address": "%s", "together": %s, "provider": "trial"}""".formatted(UUID.randomUUID(), quote, lines, buyer.address(), together);
        return Street.patient(() -> buyer.browser().post("/api/orders", body));
    }

    private JsonNode paid(Buyer buyer, Shop shop, int units, String together) {
        var placed = Street.must(201, order(buyer, shop, units, together));
        street.pay(port, placed);
        return placed;
    }

    private static String group(JsonNode placed) {
        return placed.at("/items/0/lines/0/group").asString();
    }

    private static JsonNode seen(Buyer buyer, String group) {
        return Street.must(200, buyer.browser().get("/api/groups/" + group)).path("group");
    }

    private static Answer ship(Shop shop, JsonNode placed) {
        return shop.merchant().post("/api/me/shop/orders/" + Street.id(placed) + "/shipment", PARCEL);
    }

    private static Answer cancel(Buyer buyer, JsonNode placed) {
        return buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", "");
    }

    private static long total(Buyer buyer, JsonNode placed) {
        return Street.seen(buyer, Street.id(placed)).at("/total/minor").asLong();
    }

    private long held(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    private int free(Shop shop) {
        return jdbc.sql("select free from catalog.stock where sku = :sku and bucket = 0")
                .param("sku", Long.parseLong(shop.sku()))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Test
    void twoBuyTogetherAndNothingIsSentBeforeBothHavePaid() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var tao = street.buyer(port);
        var deal = deal(shop, "[" + step(2, 1_500) + "]");
        var first = paid(mei, shop, 1, together(deal, ""));
        assertThat(first.at("/items/0/total/minor").asLong()).isEqualTo(1_500);
        assertThat(ship(shop, first).type()).endsWith("group-open");

        var open = Street.must(200, tao.browser().get("/api/products/" + shop.product() + "/group-buys"));
        assertThat(open.at("/groups/0/id").asString()).isEqualTo(group(first));
        assertThat(open.at("/groups/0/places").asInt()).isOne();
        assertThat(open.at("/groups/0/people/0/name").asString()).isNotEmpty();
        assertThat(open.at("/groups/0/mine").isNull()).isTrue();
        assertThat(order(mei, shop, 1, together(deal, group(first))).type()).endsWith("group-joined");

        var second = paid(tao, shop, 1, together(deal, group(first)));
        assertThat(seen(tao, group(first)).path("state").asString()).isEqualTo("complete");
        assertThat(cancel(mei, first).type()).endsWith("group-complete");
        assertThat(order(street.buyer(port), shop, 1, together(deal, group(first)))
                        .type())
                .endsWith("group-over");
        Street.must(200, ship(shop, first));
        Street.must(200, ship(shop, second));
        assertThat(held(shop)).isEqualTo(3_000 - 150);
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + Street.id(second) + "/refund", ""));
        assertThat(held(shop)).isEqualTo(1_500 - 75);
        var mine = Street.must(200, mei.browser().get("/api/me/groups"));
        assertThat(mine.at("/items/0/mine").asString())
                .isEqualTo(Street.id(first).toString());
    }

    @Test
    void aGroupThatStaysTooSmallGivesEverybodyTheirMoneyBack() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var deal = deal(shop, "[" + step(3, 1_500) + "]");
        var first = paid(mei, shop, 2, together(deal, ""));
        var tao = street.buyer(port);
        var second = Street.must(201, order(tao, shop, 1, together(deal, group(first))));
        assertThat(free(shop)).isEqualTo(7);
        clock.forward(Duration.ofMinutes(61));
        clocks.endGroups();
        assertThat(Street.state(mei, Street.id(first))).isEqualTo("refunded");
        assertThat(Street.state(tao, Street.id(second))).isEqualTo("closed");
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("failed");
        assertThat(free(shop)).isEqualTo(10);
        assertThat(held(shop)).isZero();
        var own = Street.must(200, shop.merchant().get("/api/me/shop/group-buys"));
        assertThat(own.at("/items/0/left").asInt()).isEqualTo(100);
    }

    @Test
    void whoLeavesBeforeItIsCompleteMakesAPlaceFree() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var deal = deal(shop, "[" + step(2, 1_500) + "]");
        var first = paid(mei, shop, 1, together(deal, ""));
        Street.must(200, cancel(mei, first));
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("failed");

        var second = paid(mei, shop, 1, together(deal, ""));
        var tao = street.buyer(port);
        var unpaid = Street.must(201, order(tao, shop, 1, together(deal, group(second))));
        assertThat(order(street.buyer(port), shop, 1, together(deal, group(second)))
                        .type())
                .endsWith("group-full");
        Street.must(200, cancel(tao, unpaid));
        paid(street.buyer(port), shop, 1, together(deal, group(second)));
        assertThat(seen(mei, group(second)).path("state").asString()).isEqualTo("complete");
    }

    @Test
    void whatIsPaidWhenTheGroupIsOverGoesBack() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var tao = street.buyer(port);
        var deal = deal(shop, "[" + step(2, 1_500) + ", " + step(3, 1_400) + "]");
        var first = paid(mei, shop, 1, together(deal, ""));
        paid(street.buyer(port), shop, 1, together(deal, group(first)));
        var late = Street.must(201, order(tao, shop, 1, together(deal, group(first))));
        jdbc.sql("update trade.orders set expires_at = :never where id = :id")
                .param("never", java.sql.Timestamp.from(clock.instant().plus(Duration.ofDays(1))))
                .param("id", Street.id(late).value())
                .update();
        clock.forward(Duration.ofMinutes(61));
        clocks.endGroups();
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("complete");
        street.pay(port, late);
        clocks.endGroups();
        assertThat(Street.state(tao, Street.id(late))).isEqualTo("refunded");
        assertThat(held(shop)).isEqualTo(3_000 - 150);
    }

    /** Everybody pays the first step's price; in the end all have paid the last one that was reached. */
    @Test
    @Tag("SF-04")
    @Tag("EC-21")
    void everybodyInAGroupPaysTheSameInTheEnd() {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(2, 1_800) + ", " + step(3, 1_600) + ", " + step(5, 1_400) + "]");
        var buyers = List.of(street.buyer(port), street.buyer(port), street.buyer(port));
        var orders = new ArrayList<JsonNode>();
        for (var buyer : buyers) {
            orders.add(paid(buyer, shop, 2, together(deal, orders.isEmpty() ? "" : group(orders.getFirst()))));
        }
        assertThat(held(shop)).isEqualTo(6 * 1_800 * 95 / 100);
        clock.forward(Duration.ofMinutes(61));
        clocks.endGroups();
        for (int each = 0; each < 3; each++) {
            assertThat(total(buyers.get(each), orders.get(each))).isEqualTo(3_200);
        }
        assertThat(held(shop)).isEqualTo(6 * 1_600 * 95 / 100);
        assertThat(seen(buyers.getFirst(), group(orders.getFirst()))
                        .at("/price/minor")
                        .asLong())
                .isEqualTo(1_600);
        var id = Street.id(orders.getFirst());
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + id + "/refund", ""));
        assertThat(held(shop)).isEqualTo(4 * 1_600 * 95 / 100);
        assertThat(back(id.value())).isEqualTo(2 * 1_800);
    }

    /** One unit of two goes back, at what it cost in the end; before that nothing goes back in parts. */
    @Test
    @Tag("EC-11")
    void aReturnGivesBackWhatWasReallyPaid() {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(2, 1_800) + ", " + step(3, 1_600) + "]");
        var mei = street.buyer(port);
        var first = paid(mei, shop, 2, together(deal, ""));
        assertThat(giveBackOne(mei, first).type()).endsWith("group-open");
        paid(street.buyer(port), shop, 1, together(deal, group(first)));
        paid(street.buyer(port), shop, 1, together(deal, group(first)));
        clocks.endGroups();
        assertThat(total(mei, first)).isEqualTo(3_200);
        Street.must(201, giveBackOne(mei, first));
        assertThat(back(Street.id(first).value())).isEqualTo(400 + 1_600);
        assertThat(held(shop)).isEqualTo(3 * 1_600 * 95 / 100);
    }

    private static Answer giveBackOne(Buyer buyer, JsonNode placed) {
        return buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/returns", """
                {"line": 0, "units": 1, "kind": "refund", "reason": "changed-mind", "words": ""}""");
    }

    @Test
    void whoIsErasedLeavesTheGroupAndTheirNameIsGone() {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(3, 1_500) + "]");
        var mei = street.buyer(port);
        var first = paid(mei, shop, 1, together(deal, ""));
        var tao = street.buyer(port);
        paid(tao, shop, 1, together(deal, group(first)));
        assertThat(mei.browser()
                        .delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(seen(tao, group(first)).path("places").asInt()).isEqualTo(2);
        assertThat(seen(tao, group(first)).path("people").size()).isOne();
        assertThat(free(shop)).isEqualTo(19);
        assertThat(jdbc.sql("select count(*) from promotion.seat where orders = :order and person is not null")
                        .param("order", Street.id(first).value())
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isZero();
    }

    /** What the buyer of an order has been promised back, in all parts. */
    private long back(long order) {
        return jdbc.sql("select sum(minor) from payment.refund where subject = :order")
                .param("order", order)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Eight people want the two places that are left. */
    @Test
    void noGroupHasMorePeopleThanPlaces() throws Exception {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(3, 1_500) + "]");
        var first = paid(street.buyer(port), shop, 1, together(deal, ""));
        var asks = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 8; each++) {
            var buyer = street.buyer(port);
            asks.add(() -> order(buyer, shop, 1, together(deal, group(first))));
        }
        assertThat(placed(asks)).isEqualTo(2);
        assertThat(free(shop)).isEqualTo(17);
    }

    @Test
    void onePersonHasOnePlace() throws Exception {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(5, 1_500) + "]");
        var first = paid(street.buyer(port), shop, 1, together(deal, ""));
        var buyer = street.buyer(port);
        var asks = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 5; each++) {
            asks.add(() -> order(buyer, shop, 1, together(deal, group(first))));
        }
        assertThat(placed(asks)).isOne();
        assertThat(free(shop)).isEqualTo(18);
    }

    private static int placed(List<Callable<Answer>> asks) throws Exception {
        int placed = 0;
        try (var threads = Executors.newFixedThreadPool(asks.size())) {
            for (var answer : threads.invokeAll(asks)) {
                placed += answer.get().status() == 201 ? 1 : 0;
            }
        }
        return placed;
    }

    @Test
    void limitsAndForeignHandsAreRefused() {
        var shop = street.shop(port, 10);
        var other = street.shop(port, 10);
        var steps = "[" + step(2, 1_500) + "]";
        assertThat(offer(shop, "[" + step(2, 1_990) + "]", 10, 1).status()).isEqualTo(422);
        assertThat(offer(shop, "[" + step(11, 1_500) + "]", 20, 1).status()).isEqualTo(422);
        assertThat(offer(shop, "[" + step(2, 1_500) + ", " + step(3, 1_600) + "]", 10, 1)
                        .status())
                .isEqualTo(422);
        assertThat(offer(shop, "[" + step(2, 1_500) + ", " + step(3, 700) + "]", 10, 1)
                        .status())
                .isEqualTo(422);
        assertThat(offer(shop, "[]", 10, 1).status()).isEqualTo(422);
        assertThat(offer(shop, steps, 1, 1).status()).isEqualTo(422);
        var deal = Street.must(201, offer(shop, steps, 2, 1)).path("id").asString();
        assertThat(offer(shop, steps, 2, 1).type()).endsWith("group-buy-open");
        var mei = street.buyer(port);
        assertThat(order(mei, shop, 2, together(deal, "")).type()).endsWith("over-limit");
        assertThat(order(mei, other, 1, together(deal, "")).status()).isEqualTo(422);
        var first = paid(mei, shop, 1, together(deal, ""));
        assertThat(order(mei, shop, 1, together(deal, "")).type()).endsWith("over-limit");
        assertThat(other.merchant()
                        .delete("/api/me/shop/group-buys/" + deal, "")
                        .status())
                .isEqualTo(404);
        Street.must(204, shop.merchant().delete("/api/me/shop/group-buys/" + deal, ""));
        var tao = street.buyer(port);
        assertThat(order(tao, shop, 1, together(deal, "")).type()).endsWith("group-buy-over");
        paid(tao, shop, 1, together(deal, group(first)));
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("complete");
    }
}
