package org.kanmai.app.affiliate.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.trade.orders.Passing;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A sale with a coupon of the site and a commission, of which some units go back: each gives what it got for these. */
@KanmaiTest
@Tag("EC-08")
@Tag("EC-11")
class UnitsBackTests {
    private final Street street;
    private final Deal deal;
    private final Passing passing;
    private final Premiere premiere;
    private final TestClock clock;
    private final int port;

    UnitsBackTests(
            Street street, Deal deal, Passing passing, Premiere premiere, TestClock clock, @LocalServerPort int port) {
        this.street = street;
        this.deal = deal;
        this.passing = passing;
        this.premiere = premiere;
        this.clock = clock;
        this.port = port;
    }

    private record Sale(Shop shop, Deal.Seller seller, Buyer buyer, OrderId order) {}

    /** 3 × 19.90 less 10.00 that the site pays; 30 % of 59.70 are 17.91, of which the platform keeps 1.79; the fee is 2.99. */
    private Sale sale() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "茶");
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 300}]");
        var buyer = street.buyer(port);
        buyer.browser().post("/api/me/vouchers", "{\"code\": \"%s\"}".formatted(coupon()));
        var quote = Street.quote(buyer, shop.sku(), 3);
        var answer = Street.must(201, buyer.browser().post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": 3}], "address": "%s", "coupons": ["%s"], "provider": "trial"}""".formatted(
                        UUID.randomUUID(), quote.path("id").asString(), shop.sku(), buyer.address(), voucher(quote))));
        var order = deal.led(answer, seller.work());
        deal.pay(port, order);
        return new Sale(shop, seller, buyer, order);
    }

    private String coupon() {
        var now = clock.instant();
        return Street.must(201, premiere.operator(port).browser().post("/api/site-coupons", """
                {"name": "平台券", "kind": "amount", "off": {"minor": 1000, "currency": "CNY"}, "threshold": {"minor": 0, "currency": "CNY"},
                 "way": "code", "code": "U%s", "startsAt": "%s", "endsAt": "%s", "hours": 24,
                 "budget": {"minor": 100000, "currency": "CNY"}, "pieces": 100, "most": 1}""".formatted(
                        UUID.randomUUID().toString().substring(0, 8), now.minusSeconds(1), now.plusSeconds(864_000))))
                .path("code")
                .asString();
    }

    private static String voucher(JsonNode quote) {
        return quote.at("/orders/0/explained")
                .valueStream()
                .filter(term -> term.hasNonNull("coupon"))
                .map(term -> term.at("/coupon/voucher").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String back(Sale sale, int units, String reason) {
        var wish =
                Street.must(201, sale.buyer.browser().post("/api/me/orders/" + sale.order + "/returns", """
                {"line": 0, "units": %d, "kind": "refund", "reason": "%s", "words": ""}""".formatted(
                                units, reason)));
        return wish.path("id").asString();
    }

    @Test
    void unitsThatWereNotSentTakeTheirPartOfEveryShareAndTheRestTakesTheRest() {
        var sale = sale();
        var seller = sale.seller.player().id();
        assertThat(deal.held(seller)).isEqualTo(1_612);
        assertThat(deal.held(sale.shop)).isEqualTo(5_970 - 299 - 1_791);
        assertThat(deal.promoted(sale.order)).isEqualTo(-1_000);

        back(sale, 1, "changed-mind");
        assertThat(deal.held(seller)).isEqualTo(1_612 - 537);
        assertThat(deal.held(sale.shop)).isEqualTo(3_880 - (1_656 + 333 - 99 - 537 - 59));
        assertThat(deal.promoted(sale.order)).isEqualTo(-667);
        assertThat(deal.fees(sale.order)).isEqualTo(299 + 179 - 99 - 59);

        Street.must(200, sale.buyer.browser().post("/api/me/orders/" + sale.order + "/cancellation", ""));
        assertThat(deal.held(seller)).isZero();
        assertThat(deal.held(sale.shop)).isZero();
        assertThat(deal.promoted(sale.order)).isZero();
        assertThat(deal.fees(sale.order)).isZero();
    }

    @Test
    void whatWasFreeIsTakenFromWhatIsFree() {
        var sale = sale();
        var seller = sale.seller.player().id();
        passing.untilReleased(sale.shop, sale.buyer, sale.order);
        assertThat(deal.free(seller)).isEqualTo(1_612);
        var wish = back(sale, 2, "damaged");
        Street.must(200, sale.shop.merchant().post("/api/me/shop/returns/" + wish + "/answer", "{\"agree\": true}"));
        assertThat(deal.free(seller)).isEqualTo(1_612 - 1_074);
        assertThat(deal.held(seller)).isZero();
        assertThat(deal.held(sale.shop)).isZero();
        assertThat(deal.free(sale.shop)).isEqualTo(3_880 - (3_313 + 666 - 199 - 1_074 - 119));

        Street.must(200, sale.shop.merchant().post("/api/me/shop/orders/" + sale.order + "/refund", ""));
        assertThat(deal.free(seller)).isZero();
        assertThat(deal.free(sale.shop)).isZero();
        assertThat(deal.promoted(sale.order)).isZero();
        assertThat(deal.fees(sale.order)).isZero();
        var sold = Street.must(200, sale.seller.player().browser().get("/api/me/commissions"));
        assertThat(sold.at("/items/0/state").asString()).isEqualTo("reversed");
    }
}
