package org.kanmai.simulator.town.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.PageRule;

class ReservedTests {

    @Test
    void aPageHasAsManyReservedPositionsAsThePolicySays() {
        for (int reserved = 1; reserved <= 6; reserved++) {
            var rule = new Reserved(new PageRule(reserved, 6));
            assertThat(IntStream.range(0, 6).filter(rule::isReserved).count()).isEqualTo(reserved);
            assertThat(IntStream.range(0, 6)
                            .filter(place -> rule.isReserved(place) && rule.isFirst(place))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aDebtIsBehindWhenLessWasDeliveredThanThreeQuartersOfItsTimeAskFor() {
        var debt = new Debt(1, 4, 0, 24);
        assertThat(debt.behind(0)).isPositive();
        assertThat(debt.deliver()).isFalse();
        assertThat(debt.behind(0)).isNegative();
        assertThat(debt.behind(17)).isEqualTo(0.75);
        debt.deliver();
        assertThat(debt.deliver()).isFalse();
        assertThat(debt.deliver()).isTrue();
        assertThat(debt.left()).isZero();
    }
}
