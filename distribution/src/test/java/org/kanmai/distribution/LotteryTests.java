package org.kanmai.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LotteryTests {

    @Test
    void theShareOfDrawsIsThePropensityThatIsTold() {
        var weights = new double[] {1, 0, 2, 5};
        var drawn = new int[4];
        var told = new double[4];
        var random = new SplittableRandom(7);
        for (int each = 0; each < 200_000; each++) {
            var draw = Lottery.draw(weights, random);
            drawn[draw.index()]++;
            told[draw.index()] = draw.propensity();
        }
        assertThat(told).containsExactly(0.125, 0, 0.25, 0.625);
        for (int index = 0; index < 4; index++) {
            assertThat(drawn[index] / 200_000.0).isCloseTo(told[index], within(0.005));
        }
    }

    @Test
    void thereIsNothingToDrawFromNothing() {
        assertThatThrownBy(() -> Lottery.draw(new double[] {0, 0}, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lottery.draw(new double[] {1, Double.NaN}, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plackettLuceDrawsByTheSoftmaxOfScores() {
        var drawn = PlackettLuce.draw(new double[] {0, Math.log(3)}, 1, new SplittableRandom(1));
        assertThat(drawn.propensity()).isCloseTo(drawn.index() == 0 ? 0.25 : 0.75, within(1e-12));
    }

    @Test
    void largeScoresDoNotOverflow() {
        assertThat(PlackettLuce.draw(new double[] {1e6, 1e6}, 0.1, new SplittableRandom(1))
                        .propensity())
                .isEqualTo(0.5);
    }
}
