package org.kanmai.app.trade.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kanmai.app.trade.parcels.Carrier.Kind;
import org.kanmai.app.trade.parcels.Tracking.Event;

class TrackingTests {
    private static final Instant PICKED_UP = Instant.parse("2026-03-01T08:00:00Z");

    private static Event event(int hours, Kind kind) {
        return new Event(kind, "hub", PICKED_UP.plusSeconds(hours * 3600L));
    }

    private static Tracking of(List<Event> events) {
        return Tracking.of("Sandbox Express", "SB1234", events);
    }

    @Test
    void inWhichOrderEventsWereToldDoesNotMatter() {
        var events = List.of(
                event(0, Kind.PICKED_UP),
                event(3, Kind.IN_TRANSIT),
                event(3, Kind.EXCEPTION),
                event(20, Kind.OUT_FOR_DELIVERY),
                event(26, Kind.DELIVERED));
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            var some = new ArrayList<>(events.subList(0, random.nextInt(events.size() + 1)));
            var inOrder = of(some);
            Collections.shuffle(some, random);
            assertThat(of(some)).isEqualTo(inOrder);
        }
    }

    @Test
    void itWasHandedOverAtTheEarliestEventWhicheverThatIs() {
        assertThat(of(List.of(event(5, Kind.DELIVERED), event(2, Kind.IN_TRANSIT)))
                        .handedAt())
                .isEqualTo(PICKED_UP.plusSeconds(2 * 3600));
        assertThat(of(List.of()).handedAt()).isNull();
    }

    @Test
    void whatWasDeliveredStaysDelivered() {
        var after = of(List.of(event(5, Kind.DELIVERED), event(6, Kind.EXCEPTION)));
        assertThat(after.stage()).isEqualTo(Kind.DELIVERED);
        assertThat(after.events()).extracting(Event::kind).containsExactly(Kind.EXCEPTION, Kind.DELIVERED);
        assertThat(of(List.of(event(5, Kind.EXCEPTION), event(2, Kind.IN_TRANSIT)))
                        .stage())
                .isEqualTo(Kind.EXCEPTION);
    }
}
