package org.kanmai.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.ranking.Cast.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;

@Tag("TD-18")
class LikedWorksTests {
    private static final WorkId NOODLES = Cast.NOODLES;

    @Test
    void aWorkWatchedForHalfOfItIsNearToThoseBefore() {
        var first = after(LikedWorks.NONE, watched(1, 5_000));
        assertThat(first.near()).isEmpty();
        var less = after(first.liked(), watched(2, 4_999));
        assertThat(less.liked()).isEqualTo(first.liked());
        var second = after(first.liked(), watched(2, 5_000));
        assertThat(second.near()).containsExactly(new WorkId(1));
        var third = after(second.liked(), watched(3, 9_000));
        assertThat(third.near()).containsExactly(new WorkId(2), new WorkId(1));
        assertThat(third.share()).as("who likes more says less").isLessThan(second.share());
    }

    @Test
    void aNewWorkIsPairedWithTheTwentyBeforeItAndNoMore() {
        var liked = LikedWorks.NONE;
        for (int work = 1; work <= 300; work++) {
            liked = after(liked, watched(work, 9_000)).liked();
        }
        var step = after(liked, watched(301, 9_000));
        assertThat(step.near())
                .hasSize(LikedWorks.PAIRED)
                .startsWith(new WorkId(300))
                .endsWith(new WorkId(281));
        assertThat(step.liked().entries()).hasSize(LikedWorks.REMEMBERED);
        assertThat(step.liked().told().entries()).hasSize(LikedWorks.PAIRED);
    }

    @Test
    void whatWasAskedForOrPaidForSaysNothing() {
        for (var source : List.of(Source.AGAIN, Source.BOUGHT, Source.DIRECT)) {
            assertThat(after(LikedWorks.NONE, Cast.watched(1, 1, NOON, 9_900, source))
                            .liked())
                    .isEqualTo(LikedWorks.NONE);
        }
        var byAnotherWay = Cast.engaged(1, NOON, Engagement.LIKED, null);
        assertThat(after(LikedWorks.NONE, byAnotherWay).liked()).isEqualTo(LikedWorks.NONE);
    }

    @Test
    void whatIsTakenBackIsToldToNobodyAndGivenAgainSaysNothingTwice() {
        var both = after(after(LikedWorks.NONE, watched(1, 9_000)).liked(), engaged(10, Engagement.LIKED));
        assertThat(both.near()).hasSize(1);
        var back = after(both.liked(), engaged(20, Engagement.UNLIKED));
        assertThat(back.liked().newest(9)).containsExactly(new WorkId(1));
        assertThat(after(back.liked(), engaged(10, Engagement.LIKED)).liked())
                .as("a repetition of what was before")
                .isEqualTo(back.liked());
        var again = after(back.liked(), engaged(30, Engagement.LIKED));
        assertThat(again.near()).isEmpty();
        assertThat(again.liked().newest(9)).containsExactly(NOODLES, new WorkId(1));
    }

    /** A repeated fact says nothing, and the binary form loses nothing. */
    @Property
    void aRepetitionChangesNothing(@ForAll @Size(max = 100) List<@IntRange(min = 1, max = 60) Integer> works) {
        var facts = new ArrayList<Fact.OfSubject>();
        works.forEach(work -> facts.add(watched(work, 2_500 + 100 * work)));
        var liked = LikedWorks.NONE;
        for (var fact : facts) {
            liked = after(liked, fact).liked();
        }
        for (var fact : facts) {
            var step = after(liked, fact);
            assertThat(step.near()).isEmpty();
            assertThat(step.liked()).isEqualTo(liked);
        }
        assertThat(LikedWorks.parse(liked.bytes())).isEqualTo(liked);
    }

    private static LikedWorks.Step after(LikedWorks liked, Fact.OfSubject fact) {
        return liked.after(fact);
    }

    private static Fact.OfSubject watched(long work, int millis) {
        return Cast.watched(new WorkId(work), NOON.plusSeconds(work), millis);
    }

    private static Fact.OfSubject engaged(long second, Engagement engagement) {
        Instant at = NOON.plusSeconds(1_000 + second);
        return Cast.engaged(second, at, engagement);
    }
}
