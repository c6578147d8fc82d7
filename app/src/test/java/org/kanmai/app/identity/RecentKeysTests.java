package org.kanmai.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kanmai.app.TestClock;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;

class RecentKeysTests {
    private static final Pseudonym ANNA = new Pseudonym(1);
    private static final byte[] KEY = {1, 2, 3};

    private final TestClock clock = new TestClock();
    private final RecentKeys keys = new RecentKeys(clock);

    @Test
    void whoWasHereIsKnownForAQuarterOfAnHour() {
        keys.remember(ANNA, Binary.of(KEY));
        clock.forward(Duration.ofMinutes(14));
        assertThat(keys.find(ANNA)).hasValueSatisfying(key -> assertThat(key).isEqualTo(KEY));
        clock.forward(Duration.ofMinutes(2));
        assertThat(keys.find(ANNA)).isEmpty();
    }

    @Test
    void aRetiredPseudonymIsForgottenAtOnce() {
        keys.remember(ANNA, Binary.of(KEY));
        keys.forget(new PseudonymRetired(1, clock.instant(), Origin.LIVE, ANNA));
        assertThat(keys.find(ANNA)).isEmpty();
    }
}
