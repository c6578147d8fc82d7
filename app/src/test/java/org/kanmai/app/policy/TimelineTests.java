package org.kanmai.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.policy.Release.How;

@Tag("TD-22")
class TimelineTests {
    private final List<Release> told = new ArrayList<>();

    @Test
    void whatBeganLastHoldsFromItsInstantOn() {
        release(1, 0);
        release(2, 100);
        assertThat(held(99)).isEqualTo(1);
        assertThat(held(100)).isEqualTo(2);
        assertThat(held(-5)).as("before any release").isEqualTo(1);
        assertThat(new Timeline(List.of()).at(at(0))).isEmpty();
    }

    @Test
    void aSecondRollbackGoesOneVersionFurtherBackAndNeverForward() {
        release(1, 0);
        release(2, 100);
        release(3, 200);
        assertThat(rollBack(3, 300)).isEqualTo(2);
        assertThat(held(299)).isEqualTo(3);
        assertThat(held(300)).isEqualTo(2);
        assertThat(rollBack(2, 400)).isEqualTo(1);
        assertThat(held(400)).isEqualTo(1);
        assertThat(timeline().former(1)).isEmpty();
        assertThat(timeline().holding(3, at(400))).isEmpty();
    }

    @Test
    void whatFollowsARollbackGoesBackToWhatItReplaced() {
        release(1, 0);
        release(2, 100);
        rollBack(2, 200);
        release(3, 300);
        assertThat(rollBack(3, 400)).isEqualTo(1);
    }

    @Test
    void whatIsToBeginOnlyNeverBegins() {
        release(1, 0);
        release(2, 1_000);
        assertThat(rollBack(2, 500)).isEqualTo(1);
        assertThat(held(999)).isEqualTo(1);
        assertThat(held(1_000)).isEqualTo(1);
    }

    @Test
    void whatWasRolledBackDoesNotComeBackWhereALaterOneWasCalledOff() {
        release(1, 0);
        release(2, 100);
        release(3, 1_000);
        rollBack(3, 200);
        rollBack(2, 300);
        assertThat(held(299)).isEqualTo(2);
        assertThat(held(300)).isEqualTo(1);
        assertThat(held(1_000)).isEqualTo(1);
    }

    @Test
    void whatWasCalledOffStaysSoWhateverIsReleasedBefore() {
        release(1, 0);
        release(2, 1_000);
        rollBack(2, 100);
        release(3, 200);
        assertThat(held(999)).isEqualTo(3);
        assertThat(held(1_000)).isEqualTo(3);
        release(4, 2_000);
        release(5, 500);
        assertThat(held(1_000)).isEqualTo(5);
        assertThat(held(2_000)).isEqualTo(4);
        assertThat(rollBack(4, 600))
                .as("what holds before it, not what did when it was told")
                .isEqualTo(5);
    }

    @Property
    void whatIsToldLaterLeavesThePastAsItWas(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 50) Integer> begins,
            @ForAll @IntRange(min = 1, max = 60) int now,
            @ForAll @Size(max = 8) List<@IntRange(max = 50) Integer> waits) {
        told.clear();
        release(1, 0);
        begins.forEach(begin -> release(told.size() + 1, begin));
        var before = timeline();
        waits.forEach(wait -> release(told.size() + 1, now + wait));
        for (int second = 0; second < 120; second++) {
            assertThat(timeline().at(at(second))).isEqualTo(latest(second));
            if (second < now) {
                assertThat(timeline().at(at(second))).isEqualTo(before.at(at(second)));
            }
        }
    }

    /** The definition, without an order kept: of those begun the one that began last, of these the one told last. */
    private Optional<Release> latest(int second) {
        var order = Comparator.comparing(Release::beginsAt).thenComparingInt(Release::number);
        return told.stream()
                .filter(release -> !release.beginsAt().isAfter(at(second)))
                .max(order);
    }

    private void release(int version, int second) {
        tell(new Release(timeline().next(), version, at(second), How.TWO_PEOPLE, null, at(0), null, null, null));
    }

    /** Does what a rollback does and returns the version that holds then. */
    private int rollBack(int version, int second) {
        int former = timeline().former(version).orElseThrow();
        var begins = timeline().holding(version, at(second)).orElseThrow();
        tell(new Release(timeline().next(), former, begins, How.ROLLBACK, null, at(second), "", null, null));
        return former;
    }

    private void tell(Release release) {
        told.addAll(timeline().telling(release));
    }

    private int held(int second) {
        return timeline().at(at(second)).orElseThrow().version();
    }

    private Timeline timeline() {
        return new Timeline(told);
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
