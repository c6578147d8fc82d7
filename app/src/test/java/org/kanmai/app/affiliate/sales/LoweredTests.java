package org.kanmai.app.affiliate.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.app.trade.orders.Circle.group;
import static org.kanmai.app.trade.orders.Circle.order;
import static org.kanmai.app.trade.orders.Circle.step;
import static org.kanmai.app.trade.orders.Circle.together;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.affiliate.Deal.Seller;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.trade.orders.Circle;
import org.kanmai.app.trade.orders.Passing;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A group that is completed at a lower price: fee and commission are those of what was really paid, and go back from there. */
@KanmaiTest
@Tag("EC-08")
@Tag("SF-04")
class LoweredTests {
    private final Street street;
    private final Circle circle;
    private final Deal deal;
    private final Passing passing;
    private final Ledger ledger;
    private final TestClock clock;
    private final int port;

    LoweredTests(
            Street street,
            Circle circle,
            Deal deal,
            Passing passing,
            Ledger ledger,
            TestClock clock,
            @LocalServerPort int port) {
        this.street = street;
        this.circle = circle;
        this.deal = deal;
        this.passing = passing;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
    }

    private record Party(Shop shop, Seller seller, Seller agency, List<Buyer> buyers, List<OrderId> orders) {}

    /** Three buy two each at 18.00 by a work; 15 % and then, from the fifth unit on, 30 %; the agency has 30 % of it. */
    private Party party() {
        var shop = street.shop(port, 20);
        var seller = deal.seller(port, "茶");
        var agency = deal.seller(port, "经纪");
        deal.sign(agency, seller, 300);
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 150}, {\"from\": 4, \"perMille\": 300}]");
        var offer = Circle.deal(shop, "[%s, %s, %s]".formatted(step(2, 1_800), step(3, 1_651), step(5, 1_400)));
        var buyers = List.of(street.buyer(port), street.buyer(port), street.buyer(port));
        var first = joined(buyers.get(0), shop, seller, together(offer, ""));
        var more = together(offer, group(first));
        var orders = List.of(
                Street.id(first),
                Street.id(joined(buyers.get(1), shop, seller, more)),
                Street.id(joined(buyers.get(2), shop, seller, more)));
        return new Party(shop, seller, agency, buyers, orders);
    }

    private JsonNode joined(Buyer buyer, Shop shop, Seller seller, String together) {
        var placed = Street.must(201, order(buyer, shop, 2, together));
        deal.pay(port, deal.led(placed, seller.work()));
        return placed;
    }

    private long fees(Party party) {
        return deal.fees(party.orders.toArray(OrderId[]::new));
    }

    private void complete() {
        clock.forward(Duration.ofMinutes(61));
        circle.settle();
    }

    /**
     * 36.00 at 15 % are 5.40: 0.54 for the platform, 1.45 for the agency, 3.41 for the creator; at 30 % 10.80: 1.08, 2.91, 6.81.
     * 33.02 at 15 % are 4.95: 0.49, 1.33, 3.13 in the same proportions; at 30 % 9.90: 0.99, 2.67, 6.24. The fee is 1.80, then 1.65.
     */
    @Test
    @Tag("CR-03")
    void everyShareIsThatOfWhatWasReallyPaid() {
        var party = party();
        var creator = party.seller.player().id();
        var agency = party.agency.player().id();
        assertThat(deal.held(creator)).isEqualTo(341 + 341 + 681);
        assertThat(deal.held(agency)).isEqualTo(145 + 145 + 291);
        assertThat(fees(party)).isEqualTo(3 * 180 + 54 + 54 + 108);

        complete();
        assertThat(deal.held(creator)).isEqualTo(313 + 313 + 624);
        assertThat(deal.held(agency)).isEqualTo(133 + 133 + 267);
        assertThat(fees(party)).isEqualTo(3 * 165 + 49 + 49 + 99);
        assertThat(deal.held(party.shop)).isEqualTo(3 * (3_302 - 165) - 495 - 495 - 990);
        assertThat(amounts(party.seller, "commission")).containsExactly(990L, 495L, 495L);
        assertThat(amounts(party.seller, "mine")).containsExactly(624L, 313L, 313L);
        circle.settle();
        assertThat(deal.held(creator)).as("once").isEqualTo(313 + 313 + 624);
        addsUp(party.seller, "work-sales", 1_363, 1_250);
        addsUp(party.agency, "creators-sales", 581, 533);
    }

    private static List<Long> amounts(Seller seller, String part) {
        return own(seller)
                .path("items")
                .valueStream()
                .map(each -> each.at("/" + part + "/minor").asLong())
                .toList();
    }

    private static JsonNode own(Seller seller) {
        return Street.must(200, seller.player().browser().get("/api/me/commissions"));
    }

    /** What was earned stands there as it was earned, what the lower price took back beside it, and nothing else. */
    private static void addsUp(Seller seller, String what, long earned, long left) {
        var statement = Street.must(200, seller.player().browser().get("/api/me/statement"));
        var lines = statement
                .path("lines")
                .valueStream()
                .map(line -> line.path("what").asString() + " "
                        + line.at("/amount/minor").asLong())
                .toList();
        assertThat(lines).containsExactlyInAnyOrder(what + " " + earned, "commissions-back " + (left - earned));
        assertThat(statement.at("/closing/minor").asLong()).isEqualTo(left);
    }

    /** One unit of two takes half of the lower shares, the rest the rest; at the end everything is zero. */
    @Test
    @Tag("EC-11")
    void whatGoesBackLaterTakesTheLowerShares() {
        var party = party();
        complete();
        var creator = party.seller.player().id();
        var first = party.orders.getFirst();
        Street.must(201, party.buyers.getFirst().browser().post("/api/me/orders/" + first + "/returns", """
                {"line": 0, "units": 1, "kind": "refund", "reason": "changed-mind", "words": ""}"""));
        assertThat(deal.held(creator)).isEqualTo(157 + 313 + 624);
        assertThat(fees(party)).isEqualTo(3 * 165 - 82 + 25 + 49 + 99);

        refund(party.shop, first);
        refund(party.shop, party.orders.getLast());
        passing.untilReleased(party.shop, party.buyers.get(1), party.orders.get(1));
        assertThat(deal.free(creator)).isEqualTo(313);
        refund(party.shop, party.orders.get(1));
        assertThat(party.orders).allSatisfy(id -> assertThat(left(id)).containsOnly(0L));
        assertThat(deal.free(creator) + deal.held(creator)).isZero();
        assertThat(deal.held(party.agency.player().id())).isZero();
        assertThat(deal.held(party.shop) + deal.free(party.shop)).isZero();
        assertThat(fees(party)).isZero();
    }

    private static void refund(Shop shop, OrderId id) {
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + id + "/refund", ""));
    }

    /** What everybody has left of a sale, by all that was ever booked of it but the way of the money in and out. */
    private Collection<Long> left(OrderId id) {
        return ledger.about(id.value()).stream()
                .filter(entry -> entry.kind() != Entry.Kind.PAYMENT && entry.kind() != Entry.Kind.RETURN)
                .flatMap(entry -> entry.postings().stream())
                .collect(Collectors.groupingBy(
                        Posting::account,
                        Collectors.summingLong(posting -> posting.amount().minor())))
                .values();
    }
}
