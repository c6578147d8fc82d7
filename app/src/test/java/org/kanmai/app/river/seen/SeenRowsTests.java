package org.kanmai.app.river.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.facts.Pseudonym;

/** What many viewers saw at once is written together and stays each one's own. */
@KanmaiTest
class SeenRowsTests {
    private static final long ANNA = 7_000_001;
    private static final long BO = 7_000_002;
    private static final long CHEN = 7_000_003;
    private static final LocalDate FAR = LocalDate.of(2099, 1, 1);

    private final SeenTransaction transaction;
    private final SeenWriter writer;
    private final Seen seen;

    SeenRowsTests(SeenTransaction transaction, SeenWriter writer, Seen seen) {
        this.transaction = transaction;
        this.writer = writer;
        this.seen = seen;
    }

    @Test
    void whatIsWrittenTogetherIsEachViewersOwnAndAddsToWhatWasSeen() {
        transaction.write(exposures(Map.of(BO, Set.of(21L), ANNA, Set.of(11L, 12L))));
        transaction.write(exposures(Map.of(ANNA, Set.of(12L, 13L), BO, Set.of(21L), CHEN, Set.of(31L))));

        assertThat(works(ANNA)).containsExactly(11, 12, 13);
        assertThat(works(BO)).containsExactly(21);
        assertThat(works(CHEN)).containsExactly(31);
    }

    @Test
    void aCopyInRedisThatLacksAWorkIsDropped() {
        long dana = 7_000_004;
        writer.write(new Pseudonym(dana), new Exposures(Set.of(1L), FAR));
        assertThat(works(dana)).containsExactly(1);

        writer.write(new Pseudonym(dana), new Exposures(Set.of(2L), FAR));

        assertThat(works(dana)).containsExactly(1, 2);
    }

    private static SortedMap<Long, Exposures> exposures(Map<Long, Set<Long>> works) {
        var exposures = new TreeMap<Long, Exposures>();
        works.forEach((viewer, seen) -> exposures.put(viewer, new Exposures(seen, FAR)));
        return exposures;
    }

    private long[] works(long viewer) {
        return seen.by(new Pseudonym(viewer)).orElseThrow().exposed(10);
    }
}
