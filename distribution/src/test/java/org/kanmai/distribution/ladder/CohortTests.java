package org.kanmai.distribution.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;

class CohortTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final DistributionPolicy policy = PolicyDocument.first();
    private final Cohort kitchen = Cohort.of(policy, "kitchen", 12, 400);

    @Test
    void lengthsAndAgesHaveTheirBounds() {
        assertThat(Cohort.of(policy, "kitchen", 15, 29))
                .isEqualTo(new Cohort("kitchen", Cohort.Length.SHORT, Cohort.Age.NEW));
        assertThat(Cohort.of(policy, "kitchen", 15.1, 30))
                .isEqualTo(new Cohort("kitchen", Cohort.Length.MIDDLE, Cohort.Age.SETTLED));
        assertThat(Cohort.of(policy, "kitchen", 60, 30).length()).isEqualTo(Cohort.Length.MIDDLE);
        assertThat(Cohort.of(policy, "kitchen", 60.1, 30).length()).isEqualTo(Cohort.Length.LONG);
    }

    @Test
    void beforeThereAreThirtyWorksThePolicysOwnNumberIsTheBar() {
        var history = history(29, kitchen, TODAY.minusDays(1));
        var bar = history.snapshot(kitchen, TODAY).bar(1);
        assertThat(bar.score()).isEqualTo(0.30);
        assertThat(bar.works()).isZero();
        history.add(99, kitchen, 1, Trade.SHOWS_NOTHING, TODAY.minusDays(1), SomeUnits.trial(200, 500, 99));
        assertThat(history.snapshot(kitchen, TODAY).bar(1).works()).isEqualTo(30);
        assertThat(history.snapshot(kitchen, TODAY).bar(2).score()).isEqualTo(0.32);
    }

    @Test
    void aSmallCohortAsksTheNextLargerOne() {
        var fresh = new Cohort("kitchen", Cohort.Length.SHORT, Cohort.Age.NEW);
        var street = new Cohort("street", Cohort.Length.LONG, Cohort.Age.NEW);
        var history = history(30, kitchen, TODAY.minusDays(1));
        assertThat(history.snapshot(kitchen, TODAY).bar(1).from()).isEqualTo(kitchen);
        assertThat(history.snapshot(fresh, TODAY).bar(1).from())
                .isEqualTo(new Cohort("kitchen", Cohort.Length.SHORT, Cohort.Age.ANY));
        assertThat(history.snapshot(street, TODAY).bar(1).from()).isEqualTo(Cohort.ALL);
    }

    @Test
    void onlyTheTwentyEightDaysBeforeCount() {
        assertThat(history(30, kitchen, TODAY.minusDays(28))
                        .snapshot(kitchen, TODAY)
                        .bar(1)
                        .works())
                .isEqualTo(30);
        assertThat(history(30, kitchen, TODAY.minusDays(29))
                        .snapshot(kitchen, TODAY)
                        .bar(1)
                        .works())
                .isZero();
        assertThat(history(30, kitchen, TODAY).snapshot(kitchen, TODAY).bar(1).works())
                .isZero();
        var history = history(30, kitchen, TODAY.minusDays(28));
        history.forgetBefore(TODAY);
        assertThat(history.snapshot(kitchen, TODAY).bar(1).works()).isEqualTo(30);
        history.forgetBefore(TODAY.plusDays(1));
        assertThat(history.snapshot(kitchen, TODAY).bar(1).works()).isZero();
    }

    @Test
    void theBarIsWhatEightyOfAHundredWorksDoNotExceed() {
        var history = new CohortHistory(policy);
        for (int work = 1; work <= 100; work++) {
            var trial = new Trial();
            for (int unit = 0; unit < 100; unit++) {
                trial.add(unit < work ? SomeUnits.GOOD : 0, 0);
            }
            history.add(work, kitchen, 1, Trade.SHOWS_NOTHING, TODAY.minusDays(1), trial);
        }
        var bar = history.snapshot(kitchen, TODAY).bar(1);
        assertThat(bar.score()).isCloseTo(0.6 * 0.80, within(1e-9));
        assertThat(bar.rates()).containsEntry(Outcome.COMPLETION, 0.80).containsEntry(Outcome.LIKE, 0.0);
        assertThat(bar.mean(0)).isCloseTo(0.48, within(1e-9));
    }

    @Test
    void aCellInWhichTheSameWorksDoWorseHasASmallerFactorDrawnTowardsOne() {
        var history = new CohortHistory(policy);
        for (int work = 1; work <= 50; work++) {
            var trial = new Trial();
            for (int unit = 0; unit < 100; unit++) {
                trial.add(unit < 60 ? SomeUnits.GOOD : 0, 0);
                trial.add(unit < 20 ? SomeUnits.GOOD : 0, 128);
            }
            history.add(work, kitchen, 1, Trade.SHOWS_NOTHING, TODAY.minusDays(1), trial);
        }
        var factors = history.snapshot(kitchen, TODAY).bar(1).factors();
        assertThat(factors.get(0)).isCloseTo((5_000 * 0.36 + 200 * 0.24) / (5_000 * 0.24 + 200 * 0.24), within(1e-9));
        assertThat(factors.get(128)).isCloseTo((5_000 * 0.12 + 48) / (1_200 + 48.0), within(1e-9));
        assertThat(factors.get(64)).isEqualTo(1);
    }

    private CohortHistory history(int works, Cohort cohort, LocalDate day) {
        var history = new CohortHistory(policy);
        for (int work = 0; work < works; work++) {
            history.add(work, cohort, 1, Trade.SHOWS_NOTHING, day, SomeUnits.trial(200, 500, work));
        }
        return history;
    }
}
