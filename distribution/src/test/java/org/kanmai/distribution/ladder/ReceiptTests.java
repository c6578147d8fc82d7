package org.kanmai.distribution.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;

class ReceiptTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final DistributionPolicy policy = PolicyDocument.first();
    private final Ladder ladder = new Ladder(policy);
    private final CohortSnapshot snapshot = new CohortSnapshot(
            Cohort.ALL, TODAY, 1, List.of(SomeUnits.bar(0.3), SomeUnits.bar(0.32), SomeUnits.bar(0.34)));

    @Property(tries = 40)
    @Tag("TD-07")
    void soManyMoreYesWouldHavePassedAndOneLessWouldNot(
            @ForAll long seed, @ForAll @IntRange(min = 100, max = 500) int good) {
        var units = SomeUnits.natural(300, good, seed);
        var receipt = receipt(units, 1);
        if (!receipt.verdict().stops()) {
            assertThat(receipt.rates()).allMatch(rate -> rate.lacking().isEmpty());
            return;
        }
        for (var outcome : List.of(Outcome.COMPLETION, Outcome.LIKE)) {
            line(receipt, outcome).lacking().ifPresent(lacking -> {
                assertThat(evidence(with(units, outcome, lacking)))
                        .isGreaterThanOrEqualTo(receipt.decision().needed());
                assertThat(evidence(with(units, outcome, lacking - 1)))
                        .isLessThan(receipt.decision().needed());
            });
        }
        assertThat(line(receipt, Outcome.COMPLETION).lacking()).isPresent();
    }

    @Property(tries = 20)
    @Tag("TD-07")
    void everythingTheScoreIsMadeOfIsOnIt(@ForAll long seed) {
        var receipt = receipt(SomeUnits.natural(300, 400, seed), 1);
        assertThat(receipt.rates().stream().map(RateLine::outcome)).containsExactly(Outcome.values());
        assertThat(receipt.rates().stream().filter(rate -> rate.weight() > 0).map(RateLine::outcome))
                .containsExactly(Outcome.PLAY, Outcome.COMPLETION, Outcome.LIKE, Outcome.COMMENT, Outcome.SHARE);
        assertThat(receipt.decision().units()).isEqualTo(300);
        var completion = line(receipt, Outcome.COMPLETION);
        assertThat(completion.interval().low()).isLessThan(completion.yes() / 300.0);
        assertThat(completion.interval().high()).isGreaterThan(completion.yes() / 300.0);
        assertThat(receipt.interval().low()).isLessThan(receipt.interval().high());
        assertThat(line(receipt, Outcome.HOLD).lacking()).isEmpty();
    }

    @Property(tries = 20)
    void inARoundTheMarkIsTheLowerBoundOfTheLastPromoted(@ForAll long seed) {
        var units = SomeUnits.natural(300, 450, seed);
        int atTheBar = line(receipt(units, 1), Outcome.LIKE).lacking().orElse(Integer.MAX_VALUE);
        int lower = line(receipt(units, 0.95), Outcome.LIKE).lacking().orElse(Integer.MAX_VALUE);
        assertThat(lower).isLessThanOrEqualTo(atTheBar);
    }

    private Receipt receipt(List<SomeUnits.Unit> units, double mark) {
        var trial = SomeUnits.trial(units);
        var decision = ladder.decide(1, trial, 300, snapshot.bar(1), Trade.SHOWS_NOTHING);
        var verdict = decision.verdict() == Verdict.ENTERS_ROUND ? Verdict.STOPPED_BY_RANK : decision.verdict();
        var terms = PoolTerms.of(policy, 1, snapshot.bar(1), Trade.SHOWS_NOTHING);
        return Receipt.of(terms, trial, decision, verdict, mark);
    }

    private static RateLine line(Receipt receipt, Outcome outcome) {
        return receipt.rates().stream()
                .filter(rate -> rate.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private double evidence(List<SomeUnits.Unit> units) {
        return ladder.decide(1, SomeUnits.trial(units), 300, snapshot.bar(1), Trade.SHOWS_NOTHING)
                .above();
    }

    /** Lets so many units more say yes, those that showed nothing first. */
    private static List<SomeUnits.Unit> with(List<SomeUnits.Unit> units, Outcome outcome, int more) {
        var changed = new ArrayList<SomeUnits.Unit>();
        int left = more;
        var worstFirst = units.stream()
                .sorted(java.util.Comparator.comparingInt(SomeUnits.Unit::outcomes))
                .toList();
        for (var unit : worstFirst) {
            boolean lacks = (unit.outcomes() & outcome.bit()) == 0 && left > 0;
            left -= lacks ? 1 : 0;
            int outcomes = lacks ? unit.outcomes() | outcome.bit() | outcome.presupposed() : unit.outcomes();
            changed.add(new SomeUnits.Unit(outcomes, unit.cell()));
        }
        return changed;
    }
}
