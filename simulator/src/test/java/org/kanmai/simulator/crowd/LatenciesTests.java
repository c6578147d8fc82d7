package org.kanmai.simulator.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTests {

    @Test
    void sharesAreRightWithinTwoPerCent() {
        var latencies = new Latencies();
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.millis(0.50)).isCloseTo(500, Percentage.withPercentage(2.5));
        assertThat(latencies.millis(0.95)).isCloseTo(950, Percentage.withPercentage(2.5));
        assertThat(latencies.millis(0.99)).isCloseTo(990, Percentage.withPercentage(2.5));
    }

    @Test
    void nothingAndTheVeryLongAreTaken() {
        var latencies = new Latencies();
        assertThat(latencies.millis(0.5)).isZero();
        latencies.add(Long.MAX_VALUE);
        latencies.add(0);
        assertThat(latencies.millis(0.5)).isLessThan(0.01);
        assertThat(latencies.millis(0.99)).isPositive();
    }
}
