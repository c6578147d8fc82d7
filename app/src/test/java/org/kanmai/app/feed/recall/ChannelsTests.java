package org.kanmai.app.feed.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.recall.Channels.Found;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.Taste;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.features.Audience;

@Tag("TD-20")
class ChannelsTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void eachChannelBringsNoMoreThanItsQuotaInTheOrderOfTheRecipe() {
        var channels = channels(Map.of(Source.FRESH, 3), Set.of(), LONG, 4);
        var found = find(channels, List.of(memory(Source.FRESH, 50), asked(Source.SIMILAR, 50)));
        assertThat(found).extracting(Found::source).containsExactly(Source.FRESH, Source.SIMILAR);
        assertThat(sizes(found)).containsExactly(3, 20);
    }

    @Test
    void aChannelThatIsOffIsNotEvenAsked() {
        var found = find(
                channels(Map.of(), Set.of(Source.SIMILAR), LONG, 4),
                List.of(failing(Source.SIMILAR), memory(Source.FRESH, 5)));
        assertThat(found).extracting(Found::source).containsExactly(Source.FRESH);
        assertThat(meters.find("feed.source.failed").counter()).isNull();
    }

    @Test
    void oneThatFailsBringsNothingAndIsCounted() {
        var found = find(
                channels(Map.of(), Set.of(), LONG, 4),
                List.of(failing(Source.SIMILAR), failing(Source.FRESH), asked(Source.FRIENDS, 5)));
        assertThat(sizes(found)).containsExactly(0, 0, 5);
        assertThat(count("feed.source.failed", Source.SIMILAR)).isEqualTo(1);
        assertThat(count("feed.source.failed", Source.FRESH)).isEqualTo(1);
    }

    /** While its engine hangs a channel is asked so many times and no more; what it was asked comes back to be asked again. */
    @Test
    void oneThatIsLateBringsNothingAndNeverPilesUp() throws Exception {
        var channels = channels(Map.of(), Set.of(), Duration.ofMillis(20), 2);
        var hangs = new CountDownLatch(1);
        var begun = new Semaphore(0);
        var done = new Semaphore(0);
        var hanging = source(Source.SIMILAR, true, () -> {
            begun.release();
            try {
                hangs.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            done.release();
            return works(5);
        });
        for (int page = 0; page < 6; page++) {
            assertThat(sizes(find(channels, List.of(hanging, memory(Source.FRESH, 5)))))
                    .containsExactly(0, 5);
        }
        assertThat(count("feed.source.late", Source.SIMILAR)).isEqualTo(6);
        begun.acquire(2);
        assertThat(begun.availablePermits()).as("asked no third time").isZero();
        hangs.countDown();
        done.acquire(2);
        int found = 0;
        for (long until = System.nanoTime() + LONG.toNanos(); found == 0 && System.nanoTime() < until; ) {
            found = sizes(find(channels, List.of(hanging))).getFirst();
        }
        assertThat(found).as("it answers again").isEqualTo(5);
    }

    @Test
    void aQuotaAboveTwoHundredIsRefused() {
        assertThatThrownBy(() -> channels(Map.of(Source.FRESH, 201), Set.of(), LONG, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Channels channels(Map<Source, Integer> quotas, Set<Source> off, Duration budget, int atOnce) {
        return new Channels(new RecallSettings(20, quotas, off, budget, atOnce), meters);
    }

    private static List<Found> find(Channels channels, List<CandidateSource> sources) {
        return channels.find(sources, situation());
    }

    private static List<Integer> sizes(List<Found> found) {
        return found.stream().map(each -> each.candidates().size()).toList();
    }

    private double count(String meter, Source source) {
        return meters.get(meter).tag("source", source.code()).counter().count();
    }

    private static CandidateSource memory(Source source, int works) {
        return source(source, false, () -> works(works));
    }

    private static CandidateSource asked(Source source, int works) {
        return source(source, true, () -> works(works));
    }

    private static CandidateSource failing(Source source) {
        return source(source, source == Source.SIMILAR, () -> {
            throw new IllegalStateException("away");
        });
    }

    private static CandidateSource source(Source source, boolean asksAnEngine, Supplier<List<Candidate>> answer) {
        return new CandidateSource() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public List<Candidate> find(Situation situation, int limit) {
                return answer.get();
            }

            @Override
            public boolean asksAnEngine() {
                return asksAnEngine;
            }
        };
    }

    private static List<Candidate> works(int count) {
        return LongStream.range(0, count)
                .mapToObj(id -> new Candidate(new WorkId(id), new PersonId(1_000 + id), NOON, 8_000, List.of(), id))
                .toList();
    }

    private static Situation situation() {
        var audience = new Audience(
                ViewerInterests.NONE,
                Taste.NONE,
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                3,
                Surface.FOR_YOU,
                LocalDateTime.of(2026, 3, 1, 12, 0));
        return new Situation(
                5,
                NOON,
                new Viewer(null, Set.of(), new Pseudonym(77), true),
                Surface.FOR_YOU,
                false,
                Optional.empty(),
                audience,
                Set.of(),
                Set.of(),
                Set.of(),
                PolicyDocument.first(),
                Map.of());
    }
}
