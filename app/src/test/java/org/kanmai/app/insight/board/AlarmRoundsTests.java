package org.kanmai.app.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DX-02")
class AlarmRoundsTests {
    private static final Instant START = Instant.parse("2026-06-18T12:00:00Z");
    private static final AlarmSettings USUAL = new AlarmSettings(
            Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(30));

    @Test
    void aRealWorldIsLookedAtTwoMinutesAfterItsStartAndEveryTenMinutes() {
        var rounds = new AlarmRounds(USUAL, false, START);
        assertThat(rounds.due(after(119))).isFalse();
        assertThat(rounds.due(after(120))).isTrue();
        assertThat(rounds.due(after(121))).isFalse();
        assertThat(rounds.due(after(719))).isFalse();
        assertThat(rounds.due(after(720))).isTrue();
    }

    @Test
    void aDemoWorldIsLookedAtHalfAMinuteAfterItsPastIsThereAndThenEveryMinute() {
        var rounds = new AlarmRounds(USUAL, true, START);
        for (int part = 0; part < 30; part++) {
            assertThat(rounds.due(after(100 + part * 10 - 1)))
                    .as("part %d", part)
                    .isFalse();
            rounds.pastCame(after(100 + part * 10));
        }
        assertThat(rounds.due(after(390 + 29))).isFalse();
        assertThat(rounds.due(after(390 + 30))).isTrue();
        assertThat(rounds.due(after(390 + 89))).isFalse();
        assertThat(rounds.due(after(390 + 90))).isTrue();
    }

    @Test
    void roundsWithoutAPauseAreRefused() {
        var none = Duration.ZERO;
        assertThatThrownBy(() -> new AlarmSettings(none, none, none, none))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }
}
