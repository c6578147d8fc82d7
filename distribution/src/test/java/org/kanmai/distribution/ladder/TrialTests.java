package org.kanmai.distribution.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;

class TrialTests {
    private final DistributionPolicy policy = PolicyDocument.first();

    @Test
    void aTrialCountsWhatSaidYes() {
        var trial = new Trial();
        for (int cell = 0; cell < 30; cell++) {
            trial.add(Outcome.PLAY.bit() | cell % 2 * Outcome.LIKE.bit(), cell);
        }
        assertThat(trial.units()).isEqualTo(30);
        assertThat(trial.yes(Outcome.PLAY)).isEqualTo(30);
        assertThat(trial.yes(Outcome.LIKE)).isEqualTo(15);
        assertThat(trial.meanScore(policy.score(), Trade.SHOWS_NOTHING)).isCloseTo(0.25 + 0.08, within(1e-12));
        assertThatThrownBy(() -> trial.add(256, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trial.add(0, Cell.COUNT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cellsAreOfThreeClassesOfPositionsAndSixtyFourStrata() {
        assertThat(Cell.COUNT).isEqualTo(192);
        assertThat(Cell.of(0, 63)).isEqualTo(new Cell(0, 63));
        assertThat(Cell.of(1, 0)).isEqualTo(Cell.of(2, 0)).isEqualTo(new Cell(1, 0));
        assertThat(Cell.of(3, 0)).isEqualTo(Cell.of(17, 0)).isEqualTo(new Cell(2, 0));
        assertThat(new Cell(2, 63).index()).isEqualTo(191);
        assertThatThrownBy(() -> Cell.of(0, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cell.of(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
