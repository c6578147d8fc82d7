package org.kanmai.app.traffic.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Ids;

/** What one node may give. */
@Tag("TD-03")
class SlotsTests {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final SlotSettings SETTINGS = new SlotSettings(Duration.ofMinutes(10), Duration.ofMinutes(2));
    private static final long WORK = 42;
    private static final long OPENING = 7;
    private static final long EXPOSURE = Ids.smallest(NOW) + 5;

    private Slots slots = new Slots(SETTINGS);

    @BeforeEach
    void open() {
        slots = new Slots(SETTINGS);
        slots.know(List.of(pool(0)), NOW);
    }

    private static OpenPool pool(int granted) {
        return new OpenPool(OPENING, WORK, 1, 200, granted, NOW.minusSeconds(60), NOW.plusSeconds(86_400));
    }

    private SlotStore.Change change(int seconds) {
        return slots.changes(NOW.plusSeconds(seconds)).getFirst();
    }

    @Test
    void aWorkOfAnOpenPoolWaitsForAPosition() {
        assertThat(slots.isWaiting(WORK)).isTrue();
        assertThat(slots.take(WORK, NOW)).isFalse();
        slots.weigh(NOW);
        assertThat(slots.offers(5)).isEmpty();
        assertThat(slots.wanted(NOW)).isEqualTo(Map.of(OPENING, 10));
        slots.granted(Map.of(OPENING, 1), NOW);
        slots.weigh(NOW);
        assertThat(slots.offers(5)).extracting(Slots.Offer::work).containsExactly(WORK);
        assertThat(slots.isWaiting(WORK)).isFalse();
        assertThat(slots.take(WORK, NOW)).isTrue();
        assertThat(slots.take(WORK, NOW)).isFalse();
        assertThat(slots.offers(5)).isEmpty();
    }

    @Test
    void aWorkOfNoPoolIsFree() {
        assertThat(slots.isWaiting(43)).isFalse();
        assertThat(slots.take(43, NOW)).isTrue();
        slots.know(List.of(), NOW);
        assertThat(slots.take(WORK, NOW)).isTrue();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        slots.granted(Map.of(OPENING, 1), NOW);
        slots.take(WORK, NOW);
        slots.giveBack(WORK);
        assertThat(slots.take(WORK, NOW)).isTrue();
    }

    @Test
    void anExposureIsDeliveredOnceHoweverOftenItIsTold() {
        slots.granted(Map.of(OPENING, 2), NOW);
        slots.take(WORK, NOW);
        slots.placed(WORK, EXPOSURE, NOW);
        slots.exposed(WORK, EXPOSURE);
        slots.exposed(WORK, EXPOSURE);
        assertThat(change(1)).isEqualTo(new SlotStore.Change(OPENING, 1, 0, 0, 1));
        assertThat(slots.changes(NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void whatNobodySawGoesBackAndStillCountsWhenItComesLate() {
        slots.granted(Map.of(OPENING, 1), NOW);
        slots.take(WORK, NOW);
        slots.placed(WORK, EXPOSURE, NOW);
        assertThat(slots.changes(NOW.plusSeconds(600))).isEmpty();
        assertThat(change(601)).isEqualTo(new SlotStore.Change(OPENING, 0, 0, 1, 0));
        slots.exposed(WORK, EXPOSURE);
        assertThat(change(602)).isEqualTo(new SlotStore.Change(OPENING, 1, 1, 0, 0));
    }

    @Test
    void anExposureFromBeforeThePoolIsNoneOfIt() {
        slots.exposed(WORK, Ids.smallest(NOW.minusSeconds(61)));
        assertThat(slots.changes(NOW)).isEmpty();
    }

    @Test
    void whoGivesMuchAsksForMore() {
        slots.granted(Map.of(OPENING, 10), NOW);
        for (int each = 0; each < 8; each++) {
            slots.take(WORK, NOW);
        }
        assertThat(slots.wanted(NOW)).isEqualTo(Map.of(OPENING, 14));
        slots.know(List.of(pool(200)), NOW);
        assertThat(slots.wanted(NOW)).as("nothing is left").isEmpty();
    }

    @Test
    void ofVeryManyPoolsThoseThatPressAndThoseThatWereMissedGetPositions() {
        int late = 2_000;
        var many = IntStream.range(0, 2_500)
                .mapToObj(each -> new OpenPool(
                        100 + each,
                        1_000 + each,
                        1,
                        200,
                        0,
                        NOW.minusSeconds(60),
                        NOW.plusSeconds(each < late ? 3_600 : 86_400)))
                .toList();
        slots.know(many, NOW);
        assertThat(slots.wanted(NOW)).hasSize(late).containsKey(100L).doesNotContainKey(2_599L);
        assertThat(slots.isWaiting(3_499)).isTrue();
        assertThat(slots.wanted(NOW)).hasSize(late + 1).containsEntry(2_599L, 10);
        assertThat(slots.wanted(NOW)).as("missed no more").hasSize(late);
    }

    @Test
    void whatIsLearnedOfOneTakesNothingFromTheOthers() {
        slots.granted(Map.of(OPENING, 1), NOW);
        slots.learn(List.of(new OpenPool(8, 43, 1, 200, 0, NOW, NOW.plusSeconds(86_400))), NOW);
        assertThat(slots.isWaiting(43)).isTrue();
        assertThat(slots.isWaiting(WORK)).isFalse();
    }

    @Test
    void whatIsHeldOfAFormerPoolEndsWithIt() {
        slots.granted(Map.of(OPENING, 10), NOW);
        slots.learn(List.of(new OpenPool(8, WORK, 2, 1_000, 0, NOW, NOW.plusSeconds(86_400))), NOW);
        slots.weigh(NOW);
        assertThat(slots.offers(5)).isEmpty();
        assertThat(slots.wanted(NOW)).isEqualTo(Map.of(8L, 10));
        assertThat(slots.isWaiting(WORK)).isTrue();
    }

    @Test
    void positionsThatAreNotUsedGoToOthers() {
        slots.granted(Map.of(OPENING, 10), NOW);
        assertThat(slots.changes(NOW.plusSeconds(120))).isEmpty();
        assertThat(change(121).returned()).isEqualTo(10);
        assertThat(slots.isWaiting(WORK)).isTrue();
    }

    @Test
    void aNodeThatStopsGivesBackAll() {
        slots.granted(Map.of(OPENING, 10), NOW);
        slots.take(WORK, NOW);
        slots.placed(WORK, EXPOSURE, NOW);
        assertThat(slots.all()).containsExactly(new SlotStore.Change(OPENING, 0, 0, 9, 1));
    }
}
