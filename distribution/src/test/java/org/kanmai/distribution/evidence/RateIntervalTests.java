package org.kanmai.distribution.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateIntervalTests {

    @Property(tries = 200)
    void theRateItselfLiesWithinAndMoreUnitsMakeItNarrower(@ForAll @IntRange(max = 100) int yes) {
        var few = RateInterval.of(yes, 100, 0.05);
        var many = RateInterval.of(yes * 100L, 10_000, 0.05);
        assertThat(few.low()).isLessThanOrEqualTo(yes / 100.0).isBetween(0.0, 1.0);
        assertThat(few.high()).isGreaterThanOrEqualTo(yes / 100.0).isBetween(0.0, 1.0);
        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }

    @Test
    void theEndsAreTheRatesWhoseLikelihoodIsAlphaOfTheMean() {
        var interval = RateInterval.of(3, 10, 0.05);
        double mean = 1.0 / (11 * 120);
        assertThat(Math.pow(interval.low(), 3) * Math.pow(1 - interval.low(), 7))
                .isCloseTo(0.05 * mean, within(1e-12));
        assertThat(Math.pow(interval.high(), 3) * Math.pow(1 - interval.high(), 7))
                .isCloseTo(0.05 * mean, within(1e-12));
    }

    @Test
    void noneAndAllLeaveOneEndOpen() {
        assertThat(RateInterval.of(0, 0, 0.05)).isEqualTo(new RateInterval(0, 1));
        assertThat(RateInterval.of(0, 50, 0.05).low()).isZero();
        assertThat(RateInterval.of(50, 50, 0.05).high()).isOne();
        assertThatThrownBy(() -> RateInterval.of(2, 1, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void logarithmsOfFactorialsAgreeWithTheirSums() {
        double sum = 0;
        for (int n = 1; n <= 200; n++) {
            sum += Math.log(n);
            assertThat(Factorial.logarithm(n)).isCloseTo(sum, within(1e-11));
        }
    }
}
