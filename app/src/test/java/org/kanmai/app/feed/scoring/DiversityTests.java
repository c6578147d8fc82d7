package org.kanmai.app.feed.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;

class DiversityTests {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static Entry entry(long id, double score, long fingerprint, String... tags) {
        var candidate = new Candidate(new WorkId(id), new PersonId(id), NOON, 8_000, List.of(tags), fingerprint);
        return new Entry(candidate, Source.FRESH, WorkCounters.NONE, List.of(new Term("like", score, "")));
    }

    private static List<Long> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    @Test
    @Tag("TD-40")
    void whatIsLikeTheWorkBeforeItGivesWayToSomethingElse() {
        var same = List.of(
                entry(1, 0.50, SPREAD, "tea", "scene:kitchen"),
                entry(2, 0.49, ~SPREAD, "tea", "scene:kitchen"),
                entry(3, 0.46, SPREAD >>> 7, "cars"));
        assertThat(ids(Diversity.of(same, 0.1))).containsExactly(1L, 3L, 2L);
        assertThat(ids(Diversity.of(same, 0.01)))
                .as("a little counts less than much")
                .containsExactly(1L, 2L, 3L);
        var penalised = Diversity.of(same, 0.1).getLast();
        assertThat(penalised.terms()).contains(new Term("diversity", -0.1, ""));
        assertThat(penalised.score()).isCloseTo(0.39, within(1e-12));
    }

    @Test
    @Tag("TD-41")
    void aNearCopyComesAfterAllThatAreNone() {
        var entries = new ArrayList<Entry>();
        for (int id = 1; id <= 40; id++) {
            boolean copy = id <= 10;
            entries.add(entry(id, 1.0 / id, copy ? 0xFF00FF00FF00FF00L ^ (1L << id % 2) : id * SPREAD, "t" + id));
        }
        var placed = ids(Diversity.of(entries, 0.05));
        assertThat(placed.getFirst()).isEqualTo(1);
        assertThat(placed.subList(1, 31)).as("ten are copies of one").allMatch(id -> id > 10);
    }

    @Test
    void nothingIsLostAndTiesAreDecidedByNumber() {
        var entries = new ArrayList<Entry>();
        for (int id = 300; id >= 1; id--) {
            entries.add(entry(id, 0.5, 0, "tag" + id % 7));
        }
        var once = ids(Diversity.of(entries, 0.05));
        assertThat(once).containsExactlyInAnyOrderElementsOf(ids(entries));
        assertThat(ids(Diversity.of(entries.reversed(), 0.05))).isEqualTo(once);
        assertThat(Diversity.of(List.of(), 0.05)).isEmpty();
        assertThat(Diversity.of(entries, 0)).isSameAs(entries);
    }
}
