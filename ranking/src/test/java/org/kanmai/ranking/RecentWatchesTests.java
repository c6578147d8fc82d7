package org.kanmai.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.ranking.Cast.NOON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;

@Tag("TD-21")
class RecentWatchesTests {

    @Test
    void theNewestFiftyWorksAreKept() {
        var watches = watch(IntStream.rangeClosed(1, 60)
                .mapToObj(i -> Cast.watched(new WorkId(i), NOON.plusSeconds(i), 5_000))
                .toList());

        assertThat(watches.entries()).hasSize(RecentWatches.WORKS);
        assertThat(watches.entries().getFirst().work()).isEqualTo(new WorkId(60));
        assertThat(watches.entries().getLast().work()).isEqualTo(new WorkId(11));
    }

    @Test
    void aWorkWatchedTwiceStandsOnce() {
        var watches = watch(List.of(
                Cast.watched(new WorkId(1), NOON, 5_000), Cast.watched(new WorkId(1), NOON.plusSeconds(60), 20_000)));

        assertThat(watches.entries())
                .containsExactly(new RecentWatches.Entry(new WorkId(1), NOON.plusSeconds(60), 200));
    }

    @Property
    void neitherOrderNorRepetitionChangesTheWatches(
            @ForAll @Size(max = 120) List<@IntRange(min = 1, max = 90) Integer> works, @ForAll long seed) {
        var facts = new ArrayList<Watched>();
        for (int i = 0; i < works.size(); i++) {
            facts.add(Cast.watched(new WorkId(works.get(i)), NOON.plusSeconds(i % 7), i * 100));
        }
        var shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(watch(shuffled)).isEqualTo(watch(facts));
        assertThat(RecentWatches.parse(watch(facts).bytes())).isEqualTo(watch(facts));
    }

    private static RecentWatches watch(List<Watched> facts) {
        var watches = RecentWatches.NONE;
        for (Watched watched : facts) {
            watches = watches.after(watched);
        }
        return watches;
    }
}
