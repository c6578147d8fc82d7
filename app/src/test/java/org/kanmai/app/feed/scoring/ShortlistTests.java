package org.kanmai.app.feed.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.content.Candidate;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.WorkCounters;

class ShortlistTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void ofAHundredThousandWorksNoMoreThanFourHundredAndWhatIsOwedAreScored() {
        var many = LongStream.rangeClosed(1, 100_000)
                .mapToObj(id -> new Candidate(new WorkId(id), new PersonId(id % 900), NOON, 8_000, List.of("t"), 0))
                .map(candidate -> new Entry(candidate, Source.FRESH, WorkCounters.NONE, List.of()))
                .toList();
        var situation = LearnedScoringTests.situation(
                LearnedScoringTests.audience(RecentWatches.NONE), Map.of(new WorkId(99_999), 1.0));
        var chosen = Shortlist.of(many, LearnedScoring.MOST, situation);
        assertThat(chosen).hasSize(LearnedScoring.MOST);
        assertThat(chosen.stream().map(Entry::id)).contains(99_999L).isSorted();
    }
}
