package org.kanmai.app.insight.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.lake.HandMade;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolDue;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.PoolRules;
import org.kanmai.facts.PoolTarget;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;

/** What became of works in pools, counted from facts that say it. */
@Tag("TD-56")
class PoolCountTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Period DAYS = new Period(DAY, DAY);
    private static final Instant NOON = DAYS.start().plusSeconds(43_200);
    private static final PoolRules RULES = new PoolRules(true, 0.01, false, 2_000, 3_000, 0.95, 600_000, List.of());
    private static final PoolTarget TARGET = new PoolTarget("kitchen/15/30", 0.4, 0, "all", List.of(), List.of());

    private final List<Fact> facts = new ArrayList<>();
    private long id = 100;

    private long opened(int pool, int quota, Instant at) {
        facts.add(new PoolOpened(
                ++id,
                at,
                Origin.LIVE,
                new WorkId(id),
                new PersonId(7),
                pool,
                quota,
                at.plusSeconds(86_400),
                1,
                RULES,
                TARGET,
                List.of()));
        return id;
    }

    private void due(long opening, PoolDue.Reason reason, int delivered) {
        facts.add(new PoolDue(++id, NOON, Origin.LIVE, new WorkId(opening), opening, reason, delivered));
    }

    private void judged(long opening, int pool, Verdict verdict) {
        facts.add(new PoolJudged(
                ++id, NOON, Origin.LIVE, new WorkId(opening), opening, pool, verdict, 200, 0, 0, 1, List.of()));
    }

    private void held(int pool, int contenders, int promoted) {
        var all = new ArrayList<>(
                Collections.nCopies(promoted, new RoundHeld.Contender(new WorkId(1), 1, 1, Verdict.PROMOTED_BY_RANK)));
        all.addAll(Collections.nCopies(
                contenders - promoted, new RoundHeld.Contender(new WorkId(2), 2, 0.5, Verdict.STOPPED_BY_RANK)));
        facts.add(new RoundHeld(++id, NOON, Origin.LIVE, pool, 1, promoted, all));
    }

    private List<PoolCount> counts() throws SQLException {
        try (var lake = new HandMade(facts)) {
            return lake.ask(reader -> PoolCounts.of(reader, DAYS, null));
        }
    }

    @Test
    void verdictsAndShortfallsAreThoseOfTheirPool() throws SQLException {
        var earlier = opened(1, 300, DAYS.start().minusMillis(1));
        var first = opened(1, 200, DAYS.start());
        var second = opened(1, 350, NOON);
        var later = opened(2, 1_000, DAYS.end().minusMillis(1));
        opened(3, 10_000, DAYS.end());
        due(earlier, PoolDue.Reason.DEADLINE, 260);
        due(first, PoolDue.Reason.DEADLINE, 200);
        due(second, PoolDue.Reason.DELIVERED, 340);
        due(later, PoolDue.Reason.DEADLINE, 1);
        judged(earlier, 1, Verdict.ENTERS_ROUND);
        judged(first, 1, Verdict.PROMOTED_ON_EVIDENCE);
        judged(second, 1, Verdict.STOPPED_ON_EVIDENCE);
        held(1, 5, 2);
        assertThat(counts())
                .containsExactly(
                        new PoolCount(1, 2, 550, 1, 2, 1, 3, 1, 1, 40), new PoolCount(2, 1, 1_000, 0, 0, 0, 0, 0, 1, 999));
    }

    @Test
    void withoutALadderThereIsNothingToSay() throws SQLException {
        assertThat(counts()).isEmpty();
    }
}
