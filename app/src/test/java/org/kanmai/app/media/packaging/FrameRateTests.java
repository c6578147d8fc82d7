package org.kanmai.app.media.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TD-01")
class FrameRateTests {

    @Test
    void ratesAboveThirtyAreThinnedEvenlyWhereThatStaysSmooth() {
        assertThat(shown("60/1")).isEqualTo("30/1");
        assertThat(shown("60000/1001")).isEqualTo("30000/1001");
        assertThat(shown("50/1")).isEqualTo("25/1");
        assertThat(shown("120/1")).isEqualTo("30/1");
        assertThat(shown("240/1")).isEqualTo("30/1");
        assertThat(shown("48/1")).isEqualTo("24/1");
        assertThat(shown("40/1")).isEqualTo("30/1");
    }

    @Test
    void lowerRatesStayAndPhonesAreRoundedToWhatTheyMean() {
        assertThat(shown("24/1")).isEqualTo("24/1");
        assertThat(shown("179/6")).isEqualTo("30000/1001");
        assertThat(shown("10/1")).isEqualTo("10/1");
        assertThat(shown("1793/100")).isEqualTo("18/1");
        assertThat(shown("1/10")).isEqualTo("1/1");
    }

    @Test
    void nonsenseIsTheUsualRate() {
        assertThat(shown("0/0")).isEqualTo("25/1");
        assertThat(shown("")).isEqualTo("25/1");
        assertThat(shown("99999999999/1")).isEqualTo("25/1");
    }

    private static String shown(String rate) {
        return FrameRate.parse(rate).shown().toString();
    }
}
