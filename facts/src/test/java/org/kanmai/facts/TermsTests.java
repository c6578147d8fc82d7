package org.kanmai.facts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TermsTests {

    @Test
    void aRankedSlotIsCertain() {
        assertThatThrownBy(() -> terms(SlotKind.RANKED, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPropensityIsAProbabilityAboveZero() {
        for (double wrong : new double[] {0, -0.1, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> terms(SlotKind.RANDOMISED, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Terms terms(SlotKind slot, double propensity) {
        return new Terms(
                Examples.EXPOSURE,
                new PageId(1),
                1,
                Examples.ANNA,
                Subject.work(Examples.WORK),
                Surface.FOR_YOU,
                0,
                Source.FRESH,
                slot,
                propensity,
                1,
                0);
    }
}
