package org.kanmai.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTests {

    @Property
    void partsSumToTheWholeAndAreWithinOneUnitOfTheirExactShare(
            @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long minor,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 10_000) Integer> weights) {
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        if (sum == 0) {
            return;
        }
        var whole = Money.of(minor, "CNY");
        var parts = whole.split(weights.stream().mapToLong(Integer::longValue).toArray());
        assertThat(parts.stream().reduce(whole.zero(), Money::plus)).isEqualTo(whole);
        for (int index = 0; index < parts.size(); index++) {
            long exact = minor * weights.get(index);
            assertThat(parts.get(index).minor()).isBetween(Math.floorDiv(exact, sum), Math.ceilDiv(exact, sum));
        }
    }

    @Test
    void amongEqualRemaindersTheEarlierPartGetsTheUnit() {
        assertThat(Money.of(100, "CNY").split(1, 1, 1)).extracting(Money::minor).containsExactly(34L, 33L, 33L);
        assertThat(Money.of(-100, "CNY").split(1, 1, 1))
                .extracting(Money::minor)
                .containsExactly(-34L, -33L, -33L);
    }

    @Test
    void theLargestAmountIsSplitWithoutOverflow() {
        var parts = Money.of(Long.MAX_VALUE, "CNY").split(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
        assertThat(parts.getFirst().plus(parts.getLast()).minor()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatDoesNotFitOrDoesNotAddUpIsRefused() {
        var most = Money.of(Long.MAX_VALUE, "CNY");
        assertThatThrownBy(() -> most.plus(Money.of(1, "CNY"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(Money.of(1, "USD"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> most.split(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> most.split(2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(1, "yuan")).isInstanceOf(IllegalArgumentException.class);
    }
}
