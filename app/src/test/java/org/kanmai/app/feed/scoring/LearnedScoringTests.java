package org.kanmai.app.feed.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.RankingRule;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.Taste;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.features.Audience;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.Example;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.ranking.network.Trainer;

/** A network that has learned that who watched work 1 watches even works to the end, and who has not watches odd ones. */
class LearnedScoringTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final NetworkSettings SMALL =
            new NetworkSettings(8, List.of(32, 16), 8, 0.005, 0.1, 1e-6, 1, 1, 4_096, 1_000_000, 64);
    private static final Map<String, Double> COMPLETION = Map.of("completion", 1.0, "dislike", 0.5);

    private final Audience watcher =
            audience(new RecentWatches(List.of(new RecentWatches.Entry(new WorkId(1), NOON, 100))));
    private final LearnedScoring scoring = new LearnedScoring(learned(), COMPLETION);

    static Audience audience(RecentWatches watches) {
        return new Audience(
                ViewerInterests.NONE,
                Taste.NONE,
                watches,
                Set.of(),
                "",
                ViewerSpending.NONE,
                3,
                Surface.FOR_YOU,
                LocalDateTime.of(2026, 3, 1, 20, 0));
    }

    private static Situation situation(Audience audience) {
        return situation(audience, Map.of());
    }

    static Situation situation(Audience audience, Map<WorkId, Double> owed) {
        return new Situation(
                5,
                NOON,
                new Viewer(null, Set.of(), new Pseudonym(7), true),
                Surface.FOR_YOU,
                false,
                Optional.empty(),
                audience,
                Set.of(),
                Set.of(),
                Set.of(),
                PolicyDocument.first(),
                owed);
    }

    private static List<Entry> entries() {
        return LongStream.rangeClosed(10, 21)
                .mapToObj(id -> new Candidate(
                        new WorkId(id), new PersonId(100 + id), NOON.minusSeconds(60), 8_000, List.of("t"), 0))
                .map(candidate -> new Entry(candidate, Source.FRESH, WorkCounters.NONE, List.of()))
                .toList();
    }

    private Network learned() {
        var trainer = new Trainer(SiteShape.shape(), SMALL);
        var stranger = audience(RecentWatches.NONE);
        for (int round = 0; round < 60; round++) {
            var examples = new ArrayList<Example>();
            for (var entry : entries()) {
                boolean even = entry.id() % 2 == 0;
                examples.add(example(entry, watcher, even));
                examples.add(example(entry, stranger, !even));
                examples.add(example(entry, stranger.unknown(), !even));
            }
            trainer.learn(examples);
        }
        return trainer.publish();
    }

    private static Example example(Entry entry, Audience audience, boolean completes) {
        var meeting = LearnedScoring.meeting(entry, situation(audience), audience);
        var viewer = SiteShape.viewer(audience);
        float[] labels = new float[Head.COUNT];
        labels[Head.COMPLETION.number()] = completes ? 1 : 0;
        return new Example(
                viewer.fields(), viewer.history(), SiteShape.item(meeting.item()), SiteShape.cross(meeting), labels);
    }

    private List<Long> best(Audience audience) {
        return scoring.score(entries(), situation(audience)).stream()
                .sorted((one, other) -> Double.compare(other.score(), one.score()))
                .limit(6)
                .map(Entry::id)
                .toList();
    }

    @Test
    @Tag("TD-19")
    void whatWasWatchedDecidesTheOrder() {
        assertThat(best(watcher)).allMatch(id -> id % 2 == 0);
        assertThat(best(audience(RecentWatches.NONE))).allMatch(id -> id % 2 == 1);
    }

    @Test
    @Tag("GV-03")
    void theTermsOfAnExplanationSumToTheScoreAndSayWhatIsOwedToTheWatches() {
        for (var entry : scoring.score(entries(), situation(watcher))) {
            var explained = scoring.explain(List.of(entry), situation(watcher)).getFirst();
            assertThat(explained.stream().mapToDouble(Term::value).sum()).isCloseTo(entry.score(), within(1e-6));
            double watches = explained.stream()
                    .filter(term -> term.name().equals("watches"))
                    .mapToDouble(Term::value)
                    .sum();
            assertThat(watches > 0.2).as("work %d, %s", entry.id(), explained).isEqualTo(entry.id() % 2 == 0);
        }
    }

    /** What is owed to a datum is exactly what the score is without it. */
    @Test
    @Tag("GV-03")
    void withoutTheWatchesTheScoreIsWhatTheExplanationSays() {
        var with = scoring.score(entries(), situation(watcher));
        var without = scoring.score(entries(), situation(watcher.withoutWatches()));
        var explained = scoring.explain(with, situation(watcher));
        for (int at = 0; at < with.size(); at++) {
            double owed = explained.get(at).stream()
                    .filter(term -> term.name().equals("watches"))
                    .mapToDouble(Term::value)
                    .sum();
            assertThat(with.get(at).score() - owed).isCloseTo(without.get(at).score(), within(1e-6));
        }
    }

    @Test
    @Tag("TD-22")
    void aHeadCountsWhatThePolicySaysAndDislikeAgainst() {
        var twice = new LearnedScoring(learned(), Map.of("completion", 0.5));
        var half = twice.score(entries(), situation(watcher));
        var whole = scoring.score(entries(), situation(watcher));
        for (int at = 0; at < half.size(); at++) {
            assertThat(half.get(at).terms()).hasSize(1);
            double completion = whole.get(at).terms().getFirst().value();
            assertThat(half.get(at).score()).isCloseTo(completion / 2, within(1e-6));
            assertThat(whole.get(at).terms().getLast().value()).isNegative();
        }
    }

    @Test
    void aPolicyWeighsExactlyWhatTheNetworkTells() {
        var heads = Arrays.stream(Head.values()).map(Code::code).collect(Collectors.toSet());
        assertThat(RankingRule.PREDICTIONS).isEqualTo(heads);
    }

    /** Of a thousand works the first are owed positions and worth nothing to this viewer, the last were published last. */
    @Test
    void whatIsOwedAndTheBestByThePolicyAreShortlisted() {
        var entries = LongStream.rangeClosed(1, 1_000)
                .mapToObj(id -> new Candidate(
                        new WorkId(id), new PersonId(id), NOON.minusSeconds(100_000 - id * 60), 8_000, List.of("t"), 0))
                .map(candidate -> new Entry(candidate, Source.FRESH, WorkCounters.NONE, List.of()))
                .toList();
        var owing = situation(watcher, Map.of(new WorkId(1), 0.5, new WorkId(2), 0.5));
        var chosen = Shortlist.of(entries, scoring.most(), owing);
        assertThat(chosen)
                .hasSize(scoring.most())
                .extracting(Entry::id)
                .isSorted()
                .startsWith(1L, 2L)
                .endsWith(1_000L);
        assertThat(chosen.get(2).id()).isEqualTo(1_000 - scoring.most() + 3);
        assertThat(Shortlist.of(entries, 1, owing))
                .as("what is owed is never left out")
                .hasSize(2);
        assertThat(Shortlist.of(entries, 1_000, owing)).isSameAs(entries);
    }

    @Test
    void nothingAndASingleWorkAreScored() {
        assertThat(scoring.score(List.of(), situation(watcher))).isEmpty();
        assertThat(scoring.score(entries().subList(0, 1), situation(watcher))).hasSize(1);
    }
}
