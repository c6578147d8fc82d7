package org.kanmai.app.trade.parcels;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.kanmai.app.TestClock;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.stereotype.Component;

/** Sends parcels by the sandbox carrier and lets their timetable go by. */
@Component
public class Post {
    private static final Duration WHOLE_WAY = Duration.ofHours(27);

    private final ParcelClock parcels;
    private final SandboxRounds rounds;
    private final TestClock clock;

    Post(ParcelClock parcels, SandboxRounds rounds, TestClock clock) {
        this.parcels = parcels;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Sends a parcel of an order. */
    public void send(Shop shop, OrderId order) {
        long number = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L);
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + order + "/shipment", """
                {"carrier": "Sandbox Express", "number": "SB%d1"}""".formatted(number)));
        parcels.announce();
    }

    /** Tells the carrier of everything that was sent. */
    public void announce() {
        parcels.announce();
    }

    /** Lets everything that was sent arrive. */
    public void arrive() {
        clock.forward(WHOLE_WAY);
        rounds.go();
    }
}
