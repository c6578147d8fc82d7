package org.kanmai.app.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Pseudonym;

class VisitorTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Pseudonym PSEUDONYM = new Pseudonym(7);

    @Test
    @Tag("GV-02")
    void aBrowserThatDidNotConsentIsSomebodyElseEachDay() {
        var visitor = new Visitor(PSEUDONYM, DAY, false);
        assertThat(visitor.lasts(DAY)).isTrue();
        assertThat(visitor.lasts(DAY.plusDays(1))).isFalse();
    }

    @Test
    void aBrowserThatConsentedIsTheSameFor30Days() {
        var visitor = new Visitor(PSEUDONYM, DAY, true);
        assertThat(visitor.lasts(DAY.plusDays(29))).isTrue();
        assertThat(visitor.lasts(DAY.plusDays(30))).isFalse();
        assertThat(visitor.lasts(DAY.minusDays(1))).isFalse();
    }
}
