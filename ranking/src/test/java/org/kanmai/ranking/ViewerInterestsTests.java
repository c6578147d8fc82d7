package org.kanmai.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kanmai.ranking.Cast.BO;
import static org.kanmai.ranking.Cast.COOKING;
import static org.kanmai.ranking.Cast.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;

@Tag("TD-21")
class ViewerInterestsTests {
    private static final Instant LATER = NOON.plus(Duration.ofHours(60));

    @Test
    void aWorkWatchedToItsEndRaisesItsTagsAndCreator() {
        var interests = watch(List.of(Cast.watched(1, 1, NOON, 9_900)));

        assertThat(interests.tag("noodles", NOON)).isEqualTo(1 / Math.sqrt(2), within(1e-9));
        assertThat(interests.creator(BO, NOON)).isEqualTo(0.5, within(1e-9));
        assertThat(interests.tags(5)).containsExactly("noodles", "scene:kitchen");
        assertThat(interests.creators(5)).containsExactly(BO);
    }

    @Test
    void withoutATagNothingElseIsForgotten() {
        var interests = watch(List.of(Cast.watched(1, 1, NOON, 9_900)));

        var less = interests.without("noodles");
        assertThat(less.tags(5)).containsExactly("scene:kitchen");
        assertThat(less.tag("scene:kitchen", NOON)).isEqualTo(interests.tag("scene:kitchen", NOON));
        assertThat(less.creators(5)).containsExactly(BO);
        assertThat(interests.without("cars").bytes()).isEqualTo(interests.bytes());
    }

    @Test
    void leavingWithinThreeSecondsLowersThem() {
        assertThat(watch(List.of(Cast.watched(1, 1, NOON, 2_999))).tag("noodles", NOON))
                .isNegative();
        assertThat(watch(List.of(Cast.watched(1, 1, NOON, 3_000))).tag("noodles", NOON))
                .isPositive();
    }

    @Test
    void notInterestedOutweighsALikeAndAWatch() {
        var interests = watch(List.of(
                Cast.watched(1, 1, NOON, 9_900),
                Cast.engaged(2, NOON, Engagement.LIKED),
                Cast.engaged(3, NOON, Engagement.NOT_INTERESTED)));

        assertThat(interests.at(NOON).affinity(BO, COOKING.tags())).isNegative();
        assertThat(interests.tags(5)).isEmpty();
    }

    @Test
    void aLaterReportReplacesTheEarlier() {
        var both = watch(List.of(Cast.watched(1, 1, NOON, 4_000), Cast.watched(1, 2, NOON, 9_900)));
        var reversed = watch(List.of(Cast.watched(1, 2, NOON, 9_900), Cast.watched(1, 1, NOON, 4_000)));
        var only = watch(List.of(Cast.watched(1, 2, NOON, 9_900)));

        assertThat(both.tag("noodles", NOON)).isEqualTo(only.tag("noodles", NOON), within(1e-9));
        assertThat(reversed.tag("noodles", NOON)).isEqualTo(only.tag("noodles", NOON), within(1e-9));
    }

    @Test
    void aFollowWithoutAWorkRaisesTheCreatorOnly() {
        var step = ViewerInterests.NONE.after(Cast.engaged(1, NOON, Engagement.FOLLOWED), null, 0);

        assertThat(step.interests().creator(BO, NOON)).isEqualTo(4);
        assertThat(step.interests().tags(5)).isEmpty();
    }

    @Test
    void aWeightHalvesInSixHours() {
        var interests = watch(List.of(Cast.engaged(1, NOON, Engagement.LIKED)));

        assertThat(interests.creator(BO, NOON.plus(Duration.ofHours(6)))).isEqualTo(0.5, within(1e-9));
    }

    @Property
    void weightsOnlyFade(@ForAll @IntRange(max = 200_000) int first, @ForAll @IntRange(max = 200_000) int more) {
        var interests = watch(List.of(Cast.engaged(1, NOON, Engagement.LIKED)));
        Instant early = NOON.plusSeconds(first);

        assertThat(interests.tag("noodles", early.plusSeconds(more)))
                .isPositive()
                .isLessThanOrEqualTo(interests.tag("noodles", early));
    }

    @Property
    void neitherOrderNorRepetitionChangesTheInterests(@ForAll("facts") List<Fact.OfSubject> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(watch(shuffled).tag("noodles", LATER)).isEqualTo(watch(facts).tag("noodles", LATER), within(0.01));
        assertThat(watch(shuffled).creator(BO, LATER)).isEqualTo(watch(facts).creator(BO, LATER), within(0.01));
    }

    @Property
    void theBinaryFormReadsBackAsItWas(@ForAll("facts") List<Fact.OfSubject> facts) {
        var interests = watch(facts);
        var read = ViewerInterests.parse(interests.bytes());

        assertThat(read.tag("noodles", LATER)).isEqualTo(interests.tag("noodles", LATER), within(1e-4));
        assertThat(read.creator(BO, LATER)).isEqualTo(interests.creator(BO, LATER), within(1e-4));
    }

    @Test
    void onlyTheHeaviestTagsAreKept() {
        var interests = ViewerInterests.NONE;
        for (int i = 1; i <= 100; i++) {
            var labels = new WorkLabels(BO, List.of("tag" + i));
            var watched = Cast.watched(i, 1, NOON, i == 1 ? 9_900 : 4_000);
            interests = interests.after(watched, labels, 0).interests();
        }

        assertThat(interests.tags(1_000)).hasSize(ViewerInterests.TAGS).contains("tag1");
        assertThat(interests.bytes()).hasSizeLessThan(1_000);
        assertThat(ViewerInterests.parse(interests.bytes()).tags(1_000)).hasSize(ViewerInterests.TAGS);
    }

    private static ViewerInterests watch(List<? extends Fact.OfSubject> facts) {
        var remembered = new HashMap<Long, Long>();
        var interests = ViewerInterests.NONE;
        for (Fact.OfSubject fact : facts) {
            long key = ViewerInterests.remember(fact);
            var step = interests.after(fact, COOKING, remembered.getOrDefault(key, 0L));
            remembered.put(key, step.remembered());
            interests = step.interests();
        }
        return interests;
    }

    @Provide
    Arbitrary<List<Fact.OfSubject>> facts() {
        return SomeFacts.lists();
    }
}
