package org.kanmai.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.kanmai.ranking.Cast.NOON;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;

/** What lies in Redis may be cut or damaged there, and one viewer may do very much. */
@Tag("TD-21")
class DamagedValuesTests {
    private static final Map<String, Consumer<byte[]>> READERS = Map.of(
            "interests", ViewerInterests::parse,
            "watches", RecentWatches::parse,
            "likings", LikedWorks::parse,
            "neighbours", WorkNeighbours::parse,
            "counters", WorkCounters::parse,
            "totals", WorkCounters::parseTotals,
            "spending", ViewerSpending::parse);

    @Test
    void whatIsDamagedIsRefusedAndNothingElseGoesWrong() {
        var chance = new Random(7);
        READERS.forEach((name, reader) -> {
            for (int round = 0; round < 2_000; round++) {
                byte[] noise = new byte[chance.nextInt(60)];
                chance.nextBytes(noise);
                if (noise.length > 0) {
                    noise[0] = 1;
                }
                read(name, reader, noise);
            }
        });
    }

    private static void read(String name, Consumer<byte[]> reader, byte[] noise) {
        try {
            reader.accept(noise);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).as(name).hasMessageNotContaining("Index");
        }
    }

    @Test
    void momentsAndWeightsThatAreNoneAreRefused() {
        var never = new LayoutWriter(1)
                .number(1)
                .number(5)
                .number(Long.MAX_VALUE)
                .number(3)
                .bytes();
        assertThatIllegalArgumentException().isThrownBy(() -> RecentWatches.parse(never));
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            var weight = new LayoutWriter(1)
                    .number(9)
                    .number(1)
                    .number(5)
                    .weight(none)
                    .bytes();
            assertThatIllegalArgumentException().isThrownBy(() -> WorkNeighbours.parse(weight));
        }
    }

    @Test
    void whatIsKeptOfAViewerWithTenThousandWatchesIsBoundedAndTheNewestStands() {
        var interests = ViewerInterests.NONE;
        var watches = RecentWatches.NONE;
        var liked = LikedWorks.NONE;
        for (int work = 1; work <= 10_000; work++) {
            var at = NOON.plus(Duration.ofMinutes(work));
            var watched = Cast.watched(new WorkId(work), at, 9_000);
            var labels = new WorkLabels(new PersonId(work % 3_000), List.of("tag" + work % 5_000, "scene:kitchen"));
            interests = interests.after(watched, labels, 0).interests();
            watches = watches.after(watched);
            liked = liked.after(watched).liked();
        }
        assertThat(watches.entries()).hasSize(RecentWatches.WORKS);
        assertThat(watches.entries().getFirst().work()).isEqualTo(new WorkId(10_000));
        assertThat(liked.newest(1)).containsExactly(new WorkId(10_000));
        assertThat(List.of(interests.bytes().length, watches.bytes().length, liked.bytes().length))
                .as("bytes of interests, watches and likings")
                .allMatch(size -> size < 20_000);
        assertThat(Arrays.equals(RecentWatches.parse(watches.bytes()).bytes(), watches.bytes()))
                .isTrue();
    }
}
