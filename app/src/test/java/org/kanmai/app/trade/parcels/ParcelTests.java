package org.kanmai.app.trade.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.app.trade.parcels.Carrier.Kind;
import org.kanmai.app.trade.parcels.Carrier.Sent;
import org.kanmai.app.trade.parcels.Carrier.Told;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Parcels that are followed: what buyer and shop see, and whom the site believes. */
@KanmaiTest
class ParcelTests {
    private static final int THREADS = 4;

    private final Street street;
    private final ParcelClock parcelClock;
    private final SandboxRounds rounds;
    private final SandboxCarrier carrier;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    ParcelTests(
            Street street,
            ParcelClock parcelClock,
            SandboxRounds rounds,
            SandboxCarrier carrier,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.parcelClock = parcelClock;
        this.rounds = rounds;
        this.carrier = carrier;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    /** An order, its two sides, and the number of its parcel. */
    private record Sold(Shop shop, Buyer buyer, OrderId order, String number) {
        JsonNode tracking() {
            return Street.must(200, buyer.browser().get("/api/me/orders/" + order + "/delivery"))
                    .path("tracking");
        }

        Answer ship(String carrier, String number) {
            return shop.merchant().post("/api/me/shop/orders/" + order + "/shipment", """
                    {"carrier": "%s", "number": "%s"}""".formatted(carrier, number));
        }
    }

    private static String number(String end) {
        return "SB" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L) + end;
    }

    private Sold paid(String end) {
        return paid(street.shop(port, 9), street.buyer(port), number(end));
    }

    private Sold paid(Shop shop, Buyer buyer, String number) {
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        return new Sold(shop, buyer, Street.id(placed), number);
    }

    private Sold sent(String end) {
        var sold = paid(end);
        Street.must(200, sold.ship("sandbox express", sold.number));
        return sold;
    }

    private Answer tell(Sent sent) {
        return new Browser(port)
                .call(
                        "POST",
                        sent.path(),
                        sent.body(),
                        Map.of("Carrier-Timestamp", sent.time(), "Carrier-Signature", sent.signature()));
    }

    private Told told(Sold sold, String id, Kind kind, Instant at) {
        return new Told(sold.number, id, kind, "Hangzhou", at);
    }

    @Test
    void aParcelIsFollowedUntilItsDeliveryMakesTheOrderReceived() {
        var sold = sent("1");
        assertThat(sold.tracking().path("follows").asBoolean()).isTrue();
        assertThat(sold.tracking().path("stage").isNull()).isTrue();
        parcelClock.announce();
        clock.forward(Duration.ofHours(23));
        rounds.go();
        assertThat(sold.tracking().path("stage").asString()).isEqualTo("out-for-delivery");
        assertThat(sold.tracking().path("events")).hasSize(4);
        assertThat(sold.tracking().at("/events/0/place").asString()).isNotBlank();
        assertThat(Street.state(sold.buyer, sold.order)).isEqualTo("shipped");
        clock.forward(Duration.ofHours(4));
        rounds.go();
        assertThat(sold.tracking().path("stage").asString()).isEqualTo("delivered");
        assertThat(Street.state(sold.buyer, sold.order)).isEqualTo("received");
        var shops = sold.shop.merchant().get("/api/me/shop/orders/" + sold.order + "/delivery");
        assertThat(Street.must(200, shops).path("tracking")).isEqualTo(sold.tracking());
    }

    @Test
    void aNumberThatEndsInZeroesHasTroubleOnItsWayAndArrives() {
        var sold = sent("000");
        parcelClock.announce();
        clock.forward(Duration.ofHours(19));
        rounds.go();
        assertThat(sold.tracking().path("stage").asString()).isEqualTo("exception");
        assertThat(jdbc.sql("select count(*) from notices.told where key like :key")
                                .param("key", "parcel:" + sold.order + ":%")
                                .query(Long.class)
                                .single()
                        + jdbc.sql("select count(*) from notices.part where key like :key")
                                .param("key", "parcel:" + sold.order + ":%")
                                .query(Long.class)
                                .single())
                .isPositive();
        clock.forward(Duration.ofHours(8));
        rounds.go();
        assertThat(Street.state(sold.buyer, sold.order)).isEqualTo("received");
    }

    @Test
    void onlyWhatTheCarrierSignedNowIsBelieved() {
        var sold = sent("2");
        var genuine = carrier.say(told(sold, "a", Kind.DELIVERED, clock.instant()));
        var forged = new Sent(genuine.path(), genuine.time(), genuine.signature(), genuine.body() + " ");
        assertThat(tell(forged).status()).isEqualTo(401);
        assertThat(tell(new Sent(genuine.path(), "", "", genuine.body())).status())
                .isEqualTo(401);
        assertThat(tell(new Sent(genuine.path(), genuine.time(), "?", genuine.body()))
                        .status())
                .isEqualTo(401);
        assertThat(tell(carrier.say(
                                told(sold, "b", Kind.DELIVERED, clock.instant().plusSeconds(3_600))))
                        .status())
                .isEqualTo(422);
        assertThat(tell(carrier.say(new Told("NOBODYS", "c", Kind.DELIVERED, "", clock.instant())))
                        .status())
                .isEqualTo(404);
        assertThat(sold.tracking().path("events")).isEmpty();
        clock.forward(Duration.ofMinutes(6));
        assertThat(tell(genuine).status()).isEqualTo(401);
    }

    @Test
    void aNumberBringsNobodyElsesParcelAndNoneTwice() {
        var sold = sent("3");
        var other = paid("");
        var refused = other.ship("Sandbox Express", sold.number);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("/problems/number-taken");
        assertThat(Street.state(other.buyer, other.order)).isEqualTo("paid");
        var together = paid(sold.shop, sold.buyer, sold.number);
        Street.must(200, together.ship("Sandbox Express", sold.number));
        assertThat(tell(carrier.say(told(sold, "a", Kind.DELIVERED, clock.instant())))
                        .status())
                .isEqualTo(204);
        assertThat(Street.state(sold.buyer, together.order)).isEqualTo("received");
        assertThat(paid(sold.shop, sold.buyer, sold.number)
                        .ship("Sandbox Express", sold.number)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whereParcelsWereGoesWithThePerson() {
        var sold = sent("5");
        assertThat(tell(carrier.say(told(sold, "a", Kind.DELIVERED, clock.instant())))
                        .status())
                .isEqualTo(204);
        var left = sold.buyer.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(left.status()).isLessThan(300);
        assertThat(jdbc.sql("select place from trade.parcel_event where number = :number")
                        .param("number", sold.number)
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void aCarrierThatDoesNotReportBringsParcelsUnfollowed() {
        var sold = paid("");
        Street.must(200, sold.ship("SF", "SF99999"));
        assertThat(sold.tracking().path("follows").asBoolean()).isFalse();
        assertThat(sold.tracking().path("number").asString()).isEqualTo("SF99999");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void toldByManyAtOnceAndAgainInAnyOrderEachEventIsThereOnce(long seed)
            throws InterruptedException, ExecutionException {
        race(seed);
    }

    @ParameterizedTest
    @Tag("deep")
    @ValueSource(longs = {23, 24, 25, 26, 27, 28, 29, 30})
    void overAndOverAgain(long seed) throws InterruptedException, ExecutionException {
        race(seed);
    }

    private void race(long seed) throws InterruptedException, ExecutionException {
        var sold = sent("4");
        var now = clock.instant();
        var events = new ArrayList<Told>();
        for (int hours = 0; hours < 4; hours++) {
            events.add(told(sold, "e" + hours, Kind.IN_TRANSIT, now.minusSeconds(hours * 60L)));
        }
        events.add(told(sold, "last", Kind.DELIVERED, now));
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (int player = 0; player < THREADS; player++) {
                var mine = new ArrayList<>(events);
                Collections.shuffle(mine, new Random(seed * 10 + player));
                calls.add(() -> tellAll(mine));
            }
            calls.add(() -> {
                var answer = sold.buyer.browser().post("/api/me/orders/" + sold.order + "/receipt", "");
                return List.of(200, 409).contains(answer.status());
            });
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(sold.tracking().path("events")).hasSize(events.size());
        assertThat(sold.tracking().path("handedAt").asString())
                .isEqualTo(sold.tracking().at("/events/4/at").asString());
        assertThat(Street.state(sold.buyer, sold.order)).isEqualTo("received");
    }

    private boolean tellAll(List<Told> events) {
        return events.stream().allMatch(event -> tell(carrier.say(event)).status() == 204);
    }
}
