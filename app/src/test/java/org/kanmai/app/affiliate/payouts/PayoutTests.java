package org.kanmai.app.affiliate.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Passing;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Money leaves the platform by two hands, once, and every statement adds up. */
@KanmaiTest
@Tag("CR-03")
class PayoutTests {
    private static final String PAYEE = """
            {"holder": "王五", "bank": "中国银行", "number": "6217 0012 3456 7890"}""";

    private static final String THIRTY = "[{\"from\": 0, \"perMille\": 300}]";

    private final Street street;
    private final Deal deal;
    private final Passing passing;
    private final Premiere premiere;
    private final TestClock clock;
    private final int port;

    PayoutTests(
            Street street, Deal deal, Passing passing, Premiere premiere, TestClock clock, @LocalServerPort int port) {
        this.street = street;
        this.deal = deal;
        this.passing = passing;
        this.premiere = premiere;
        this.clock = clock;
        this.port = port;
    }

    private record Earned(Shop shop, Deal.Seller seller) {}

    /** 6 × 19.90 at 30 %: 35.82, less a tenth; the shop gets 119.40 − 5.97 − 35.82. */
    private Earned earned() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "茶");
        deal.promise(shop, THIRTY);
        var buyer = street.buyer(port);
        passing.untilReleased(shop, buyer, deal.bought(port, buyer, shop, 6, seller.work()));
        Street.must(200, seller.player().browser().put("/api/me/payee", PAYEE));
        Street.must(200, shop.merchant().put("/api/me/shop/payee", PAYEE));
        return new Earned(shop, seller);
    }

    private static JsonNode proposed(Browser operator) {
        return Street.must(201, operator.post("/api/settlement/batches", "{\"currency\": \"CNY\"}"));
    }

    private static JsonNode line(JsonNode batch, String id) {
        return batch.path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyAnotherOperatorApprovesAndThenEverybodyIsPaidOnce() throws Exception {
        var earned = earned();
        var maker = premiere.operator(port).browser();
        var checker = premiere.operator(port).browser();
        var batch = proposed(maker);
        var path = "/api/settlement/batches/" + batch.at("/batch/id").asString();
        assertThat(line(batch, earned.seller.player().id().toString())
                        .at("/amount/minor")
                        .asLong())
                .isEqualTo(3_224);
        assertThat(maker.post(path + "/approval", "").type()).endsWith("second-operator-needed");
        assertThat(checker.get(path + ".csv").type()).endsWith("batch-open");
        assertThat(deal.free(earned.seller.player().id())).isEqualTo(3_224);

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Answer> approving = () -> checker.post(path + "/approval", "");
            var answers = threads.invokeAll(List.of(approving, approving, approving, approving));
            int approved = 0;
            for (var each : answers) {
                approved += each.get().status() == 200 ? 1 : 0;
            }
            assertThat(approved).isOne();
        }
        assertThat(deal.free(earned.seller.player().id())).isZero();
        assertThat(deal.free(earned.shop)).isZero();
        var masked = Street.must(200, maker.get(path));
        assertThat(line(masked, earned.seller.player().id().toString())
                        .at("/account/ending")
                        .asString())
                .isEqualTo("7890");
        assertThat(masked.toString()).doesNotContain("621700123456");
        assertThat(masked.path("list").asBoolean()).isFalse();
        assertThat(masked.path("openings")).isEmpty();
        assertThat(maker.get(path + ".csv").type()).endsWith("checkers-list");
        var file = checker.get(path + ".csv").body();
        assertThat(Street.must(200, maker.get(path)).path("openings")).hasSize(1);
        assertThat(Street.must(200, earned.shop.merchant().get("/api/me/data-access"))
                        .toString())
                .contains("bank-account");
        assertThat(file).contains("6217001234567890", "3224,CNY", "7761,CNY");
        assertThat(Street.must(200, earned.seller.player().browser().get("/api/me/data-access"))
                        .toString())
                .contains("bank-account");
        assertThat(checker.post(path + "/rejection", "").type()).endsWith("batch-decided");
    }

    @Test
    void anAccountIsInOneOpenProposalOnlyAndFreeAgainWhenItIsRejected() {
        var earned = earned();
        var maker = premiere.operator(port).browser();
        var batch = proposed(maker);
        var id = earned.seller.player().id().toString();
        line(batch, id);
        earned();
        var second = proposed(maker);
        assertThat(second.path("items")
                        .valueStream()
                        .map(each -> each.path("id").asString()))
                .doesNotContain(id)
                .hasSize(2);
        for (var each : List.of(batch, second)) {
            Street.must(
                    200,
                    maker.post("/api/settlement/batches/" + each.at("/batch/id").asString() + "/rejection", ""));
        }
        var third = proposed(maker);
        line(third, id);
        clock.forward(Duration.ofHours(25));
        var path = "/api/settlement/batches/" + third.at("/batch/id").asString();
        var alone = Street.must(200, maker.post(path + "/approval", ""));
        assertThat(alone.at("/batch/singleHanded").asBoolean()).isTrue();
        assertThat(deal.free(earned.seller.player().id())).isZero();
    }

    @Test
    void whoWasRefundedMeanwhileGetsWhatIsLeft() {
        var shop = street.shop(port, 20);
        var seller = deal.seller(port, "茶");
        deal.promise(shop, THIRTY);
        var buyer = street.buyer(port);
        var kept = deal.bought(port, buyer, shop, 4, seller.work());
        passing.untilReleased(shop, buyer, kept);
        var back = deal.bought(port, buyer, shop, 4, seller.work());
        passing.untilReleased(shop, buyer, back);
        Street.must(200, seller.player().browser().put("/api/me/payee", PAYEE));
        var batch = proposed(premiere.operator(port).browser());
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + back + "/refund", ""));
        var path = "/api/settlement/batches/" + batch.at("/batch/id").asString();
        var paid = Street.must(200, premiere.operator(port).browser().post(path + "/approval", ""));
        var own = line(paid, seller.player().id().toString());
        assertThat(own.at("/amount/minor").asLong()).isEqualTo(2 * 2_150);
        assertThat(own.at("/paid/minor").asLong()).isEqualTo(2_150);
        assertThat(deal.free(seller.player().id())).isZero();
    }

    @Test
    void statementsAddUpForCreatorShopAndMonth() {
        var earned = new Earned(street.shop(port, 9), deal.seller(port, "茶"));
        deal.promise(earned.shop, THIRTY);
        deal.bought(port, street.buyer(port), earned.shop, 6, earned.seller.work());
        var own = Street.must(200, earned.seller.player().browser().get("/api/me/statement"));
        assertThat(own.at("/lines")).hasSize(1);
        assertThat(own.at("/lines/0/what").asString()).isEqualTo("work-sales");
        assertThat(own.at("/closing/minor").asLong()).isEqualTo(3_224);
        assertThat(own.at("/held/minor").asLong()).isEqualTo(3_224);

        var shop = Street.must(200, earned.shop.merchant().get("/api/me/shop/statement"));
        assertThat(shop.path("lines")
                        .valueStream()
                        .map(each -> each.path("what").asString() + " "
                                + each.at("/amount/minor").asLong()))
                .containsExactly("sales 11940", "fees -955", "commissions -3224");
        assertThat(shop.at("/closing/minor").asLong()).isEqualTo(11_940 - 597 - 3_582);
        assertThat(earned.shop.merchant().get("/api/me/shop/statement.csv").body())
                .contains("sale")
                .contains("7761,CNY");

        var next = YearMonth.from(clock.instant().atZone(ZoneId.of("Asia/Shanghai")))
                .plusMonths(1);
        assertThat(earned.shop
                        .merchant()
                        .get("/api/me/shop/statement?month=" + next)
                        .status())
                .isEqualTo(422);
        assertThat(earned.shop
                        .merchant()
                        .get("/api/me/shop/statement?month=2026-13")
                        .status())
                .isEqualTo(422);
        assertThat(earned.shop
                        .merchant()
                        .get("/api/me/shop/statement?currency=EUR")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAccountNumberIsSealedShownByItsEndAndForgottenWithThePerson() {
        var seller = deal.seller(port, "茶");
        var browser = seller.player().browser();
        assertThat(browser.put("/api/me/payee", "{\"holder\": \"王\", \"bank\": \"中行\", \"number\": \"12\"}")
                        .status())
                .isEqualTo(422);
        var kept = Street.must(200, browser.put("/api/me/payee", PAYEE));
        assertThat(kept.at("/account/ending").asString()).isEqualTo("7890");
        assertThat(kept.toString()).doesNotContain("6217");
        assertThat(browser.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
    }
}
