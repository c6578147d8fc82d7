package org.kanmai.app.affiliate.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.app.trade.orders.Circle.group;
import static org.kanmai.app.trade.orders.Circle.step;
import static org.kanmai.app.trade.orders.Circle.together;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.affiliate.Deal.Seller;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.trade.orders.Circle;
import org.kanmai.app.trade.orders.Passing;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.app.trade.parcels.Post;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One sale with everything in it: a group of two, coupons of the shop and of the site, a creator with an agency, parcels, a unit that comes
 * back, a review; then each party's statement to the cent.
 */
@KanmaiTest
@Tag("EC-08")
@Tag("CR-03")
class WholeSaleTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Street street;
    private final Circle circle;
    private final Post post;
    private final Passing passing;
    private final Deal deal;
    private final Premiere premiere;
    private final Ledger ledger;
    private final TestClock clock;
    private final int port;

    WholeSaleTests(
            Street street,
            Circle circle,
            Post post,
            Passing passing,
            Deal deal,
            Premiere premiere,
            Ledger ledger,
            TestClock clock,
            @LocalServerPort int port) {
        this.street = street;
        this.circle = circle;
        this.post = post;
        this.passing = passing;
        this.deal = deal;
        this.premiere = premiere;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
    }

    private record Party(Shop shop, Seller seller, Seller agency, Buyer mei, OrderId led, Buyer tao, OrderId joined) {
        List<OrderId> orders() {
            return List.of(led, joined);
        }
    }

    private String coupon(Browser maker, String path, int off) {
        var now = clock.instant();
        return Street.must(201, maker.post(path, """
                {"name": "茶券", "kind": "amount", "off": {"minor": %d, "currency": "CNY"}, "way": "code", "code": "W%s", "onSales": true,
                 "startsAt": "%s", "endsAt": "%s", "hours": 24, "budget": {"minor": 9000, "currency": "CNY"}, "pieces": 9, "most": 1}""".formatted(
                                off,
                                UUID.randomUUID().toString().substring(0, 8),
                                now.minusSeconds(1),
                                now.plusSeconds(864_000))))
                .path("code")
                .asString();
    }

    private static void take(Buyer buyer, String code) {
        Street.must(204, buyer.browser().post("/api/me/vouchers", "{\"code\": \"%s\"}".formatted(code)));
    }

    /**
     * Mei buys two at 15.00 by the creator's work: 2.00 off from the shop, 1.00 from the site, so she pays 27.00 and the sale is one of 28.00.
     * Tao joins by the link and pays 15.00 for one; nobody led him there.
     */
    private Party party() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "碧螺春怎么泡");
        var agency = deal.seller(port, "经纪");
        deal.sign(agency, seller, 300);
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 200}]");
        var offer = Circle.deal(shop, "[" + step(2, 1_500) + "]");
        var mei = street.buyer(port);
        take(mei, coupon(shop.merchant(), "/api/me/shop/coupons", 200));
        take(mei, coupon(premiere.operator(port).browser(), "/api/site-coupons", 100));
        var first = Street.must(201, Circle.order(mei, shop, 2, together(offer, "")));
        assertThat(first.at("/items/0/total/minor").asLong()).isEqualTo(2_700);
        deal.pay(port, deal.led(first, seller.work()));
        var tao = street.buyer(port);
        var second = circle.paid(port, tao, shop, 1, together(offer, group(first)));
        assertThat(Circle.seen(mei, group(first)).path("state").asString()).isEqualTo("complete");
        return new Party(shop, seller, agency, mei, Street.id(first), tao, Street.id(second));
    }

    private void arrive(Party party) {
        party.orders().forEach(order -> post.send(party.shop, order));
        post.arrive();
        assertThat(Street.state(party.mei, party.led)).isEqualTo("received");
        assertThat(Street.state(party.tao, party.joined)).isEqualTo("received");
    }

    private static void giveOneBack(Party party) {
        var wish = Street.must(201, party.mei.browser().post("/api/me/orders/" + party.led + "/returns", """
                {"line": 0, "units": 1, "kind": "return", "reason": "changed-mind", "words": ""}"""))
                .path("id")
                .asString();
        var shops = "/api/me/shop/returns/" + wish;
        Street.must(200, party.shop.merchant().post(shops + "/answer", "{\"agree\": true, \"backTo\": \"龙井路 9 号\"}"));
        Street.must(
                200,
                party.mei
                        .browser()
                        .post("/api/me/returns/" + wish + "/parcel", "{\"carrier\": \"SF\", \"number\": \"SF98765\"}"));
        Street.must(200, party.shop.merchant().post(shops + "/arrival", "{\"accept\": true, \"sound\": true}"));
    }

    private static void review(Party party) {
        Street.must(201, party.mei.browser().post("/api/me/orders/" + party.led + "/reviews", """
                {"line": 0, "stars": 5, "words": "很香"}"""));
        var shown = Street.must(200, party.tao.browser().get("/api/products/" + party.shop.product() + "/reviews"));
        assertThat(shown.at("/items/0/words").asString()).isEqualTo("很香");
    }

    /**
     * Of 28.00: fee 1.40, commission 5.60 (platform 0.56, agency 1.51, creator 3.53), shop 21.00; of 15.00: fee 0.75, shop 14.25. One of
     * two units takes back half, each part cut to the cent: 13.50 to Mei, 0.50 to the site; fee 0.70, platform 0.28, agency 0.75, creator 1.76.
     */
    @Test
    @Tag("SF-01")
    @Tag("EC-11")
    void everyStatementIsRightToTheCentAndAllTogetherAreWhatBuyersPaid() {
        var from = month();
        var party = party();
        arrive(party);
        giveOneBack(party);
        review(party);
        assertThat(creators(party, from)).containsEntry("held", 177L).containsEntry("free", 0L);
        clock.forward(Duration.ofDays(8));
        passing.goOn();

        assertThat(creators(party, from))
                .isEqualTo(Map.of(
                        "work-sales", 353L, "commissions-back", -176L, "closing", 177L, "held", 0L, "free", 177L));
        assertThat(StatementSums.of(party.agency.player().browser(), "/api/me/statement", from, month()))
                .isEqualTo(Map.of(
                        "creators-sales", 151L, "commissions-back", -75L, "closing", 76L, "held", 0L, "free", 76L));
        assertThat(StatementSums.of(party.shop.merchant(), "/api/me/shop/statement", from, month()))
                .isEqualTo(Map.ofEntries(
                        Map.entry("sales", 2_700L + 1_500),
                        Map.entry("site-coupons", 100L),
                        Map.entry("fees", -140L - 56 - 75),
                        Map.entry("commissions", -353L - 151),
                        Map.entry("refunds", -1_350L),
                        Map.entry("site-coupons-back", -50L),
                        Map.entry("fees-back", 70L + 28),
                        Map.entry("commissions-back", 176L + 75),
                        Map.entry("closing", 2_474L),
                        Map.entry("held", 0L),
                        Map.entry("free", 2_474L)));
        var both = party.orders().toArray(OrderId[]::new);
        assertThat(deal.fees(both)).isEqualTo(140 + 56 + 75 - 70 - 28);
        assertThat(deal.promoted(both)).isEqualTo(-50);
        assertThat(2_474 + 177 + 76 + 173 - 50)
                .as("what buyers paid, less what came back")
                .isEqualTo(4_200 - 1_350);
        sumsToZero(party);
        StatementSums.of(premiere.operator(port).browser(), "/api/settlement/statement", from, month());
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZONE));
    }

    private Map<String, Long> creators(Party party, YearMonth from) {
        return StatementSums.of(party.seller.player().browser(), "/api/me/statement", from, month());
    }

    /** Everything that was ever booked of both orders; what buyers have given for them, less what they have back. */
    private void sumsToZero(Party party) {
        var all = party.orders().stream()
                .flatMap(order -> ledger.about(order.value()).stream())
                .toList();
        assertThat(sum(all.stream().flatMap(entry -> entry.postings().stream())))
                .isZero();
        assertThat(sum(all.stream()
                        .filter(entry -> entry.kind() == Entry.Kind.SALE || entry.kind() == Entry.Kind.REFUND)
                        .flatMap(entry -> entry.postings().stream())
                        .filter(posting -> posting.account().purpose() == Account.Purpose.CLEARING)))
                .isEqualTo(-2_850);
    }

    private static long sum(Stream<Posting> postings) {
        return postings.map(Posting::amount).mapToLong(Money::minor).sum();
    }
}
