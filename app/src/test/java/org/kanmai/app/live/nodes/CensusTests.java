package org.kanmai.app.live.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.RoomId;

/** Viewers are counted by the process that they watch in, and those of one that is gone are gone. */
@Tag("LC-01")
class CensusTests {
    private static final RoomId TEA = new RoomId(11);
    private static final RoomId POTS = new RoomId(12);

    private final AtomicLong nanos = new AtomicLong();
    private final Census here = new Census(new Node("here"), nanos::get);
    private final Census there = new Census(new Node("there"), nanos::get);

    @Test
    void whoWatchesElsewhereIsCountedAndWhoWatchesHereIsNotCountedTwice() {
        there.count(Map.of(TEA, 3, POTS, 0), Set.of(TEA));
        here.count(Map.of(TEA, 2), Set.of());
        here.hear(there.own());
        here.hear(here.own());
        assertThat(here.viewersElsewhere(TEA)).isEqualTo(3);
        assertThat(here.isShownElsewhere(TEA)).isTrue();
        assertThat(here.isShownElsewhere(POTS)).isFalse();
        there.count(Map.of(TEA, 1), Set.of());
        here.hear(there.own());
        assertThat(here.viewersElsewhere(TEA)).isEqualTo(1);
        assertThat(here.isShownElsewhere(TEA)).isFalse();
    }

    @Test
    void aRoomWithAPictureIsToldThoughNobodyWatchesItThere() {
        there.count(Map.of(), Set.of(POTS));
        assertThat(there.own().rooms()).containsOnlyKeys(POTS.toString());
    }

    @Test
    void theViewersOfAKilledNodeAreGoneAfterFiveSeconds() {
        there.count(Map.of(TEA, 3), Set.of(TEA));
        here.hear(there.own());
        nanos.addAndGet(Census.AGE.toNanos());
        assertThat(here.viewersElsewhere(TEA)).isEqualTo(3);
        nanos.addAndGet(1);
        assertThat(here.viewersElsewhere(TEA)).isZero();
        assertThat(here.isShownElsewhere(TEA)).isFalse();
        assertThat(Census.AGE).isEqualTo(Duration.ofSeconds(5));
    }
}
