package org.kanmai.app.content.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.content.Candidate;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ShelfTests {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final PersonId BO = new PersonId(1);
    private static final PersonId CHEN = new PersonId(2);

    private final Shelf shelf = shelf(
            work(11, BO, 3, "tea"),
            work(12, BO, 1, "tea", "kitchen"),
            work(13, CHEN, 2, "kitchen"),
            work(14, CHEN, 1, "kitchen"),
            work(15, CHEN, 0, "street"));

    @Test
    void worksOfSeveralTagsComeOnceAndNewestFirst() {
        assertThat(ids(shelf.tagged(List.of("tea", "kitchen", "unknown"), 10))).containsExactly(14L, 12L, 13L, 11L);
    }

    @Test
    void aLimitCountsWorksAndNotTheirTags() {
        assertThat(ids(shelf.tagged(List.of("tea", "kitchen"), 3))).containsExactly(14L, 12L, 13L);
    }

    @Test
    void worksOfSeveralCreatorsAreMerged() {
        assertThat(ids(shelf.of(List.of(BO, CHEN), 4))).containsExactly(15L, 14L, 12L, 13L);
    }

    private static List<Long> ids(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.work().value()).toList();
    }

    private static Candidate work(long id, PersonId creator, int hoursAgo, String... tags) {
        return new Candidate(new WorkId(id), creator, NOON.minusSeconds(3_600L * hoursAgo), 9_000, List.of(tags), id);
    }

    private static Shelf shelf(Candidate... works) {
        var shelf = new Shelf(new Written(List.of(works)), new ShelfSettings(100));
        shelf.refresh();
        return shelf;
    }

    /** A store that was written once. */
    private static final class Written extends ShelfStore {
        private final List<Candidate> works;

        Written(List<Candidate> works) {
            super(JdbcClient.create(new DriverManagerDataSource()));
            this.works = works;
        }

        @Override
        String oldestRunning() {
            return "1";
        }

        @Override
        List<Change> after(String changedIn, long work) {
            return works.stream()
                    .map(each -> new Change("0", each.work(), each))
                    .toList();
        }
    }
}
