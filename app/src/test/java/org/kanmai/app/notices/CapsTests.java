package org.kanmai.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapsTests {

    @Test
    void theTwentiethLineOfAnHourComesAndTheNextDoesNot() {
        assertThat(Caps.social(19)).isTrue();
        assertThat(Caps.social(20)).isFalse();
    }

    @Test
    void oneOfferADayAndFourAWeekAreEnough() {
        assertThat(Caps.offer(0, 3)).isTrue();
        assertThat(Caps.offer(1, 1)).isFalse();
        assertThat(Caps.offer(0, 4)).isFalse();
    }
}
