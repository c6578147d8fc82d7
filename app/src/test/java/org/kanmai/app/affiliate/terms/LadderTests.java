package org.kanmai.app.affiliate.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.kanmai.app.affiliate.terms.Ladder.Step;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/** The more one sells, the higher the rate, up to thirty per cent. */
@net.jqwik.api.Tag("CR-08")
@org.junit.jupiter.api.Tag("CR-08")
class LadderTests {
    private static final Ladder LADDER = ladder(0, 100, 10, 150, 100, 300);

    private static Ladder ladder(int... numbers) {
        var steps = new ArrayList<Step>();
        for (int index = 0; index < numbers.length; index += 2) {
            steps.add(new Step(numbers[index], numbers[index + 1]));
        }
        return new Ladder(steps);
    }

    private static Money yuan(long minor) {
        return Money.of(minor, "CNY");
    }

    @Test
    void eachUnitHasTheRateOfItsStep() {
        assertThat(LADDER.rate(0)).isEqualTo(100);
        assertThat(LADDER.rate(9)).isEqualTo(100);
        assertThat(LADDER.rate(10)).isEqualTo(150);
        assertThat(LADDER.rate(99)).isEqualTo(150);
        assertThat(LADDER.rate(100)).isEqualTo(300);
        assertThat(LADDER.rate(1_000_000)).isEqualTo(300);
        assertThat(new Ladder(List.of()).rate(5)).isZero();
    }

    @Test
    void aLineThatCrossesAStepHasUnitsOnBothSides() {
        assertThat(LADDER.commission(8, 4, yuan(4_000))).isEqualTo(yuan(2 * 100 + 2 * 150));
        assertThat(LADDER.commission(99, 2, yuan(2_000))).isEqualTo(yuan(150 + 300));
        assertThat(LADDER.commission(0, 1, yuan(9))).as("cut, never rounded up").isEqualTo(yuan(0));
    }

    @Test
    void whatIsNoLadderIsRefused() {
        for (var wrong : List.of(
                List.of(1, 100),
                List.of(0, 301),
                List.of(0, 0),
                List.of(0, 200, 10, 199),
                List.of(0, 100, 0, 200),
                List.of(0, 10, 1, 10, 2, 10, 3, 10, 4, 10, 5, 10),
                List.of(0, 10, 1_000_001, 20))) {
            var numbers = wrong.stream().mapToInt(Integer::intValue).toArray();
            assertThatThrownBy(() -> ladder(numbers)).as(wrong.toString()).isInstanceOf(Refusal.class);
        }
        assertThat(ladder(0, 300).highest()).isEqualTo(300);
    }

    @Test
    void worseIsWhatEarnsLessAnywhere() {
        assertThat(ladder(0, 100).isWorseThan(LADDER)).isTrue();
        assertThat(ladder(0, 100, 11, 150, 100, 300).isWorseThan(LADDER)).isTrue();
        assertThat(ladder(0, 150, 100, 300).isWorseThan(LADDER)).isFalse();
        assertThat(new Ladder(List.of()).isWorseThan(LADDER)).isTrue();
        assertThat(LADDER.isWorseThan(new Ladder(List.of()))).isFalse();
        assertThat(LADDER.isWorseThan(LADDER)).isFalse();
    }

    @Provide
    Arbitrary<Ladder> ladders() {
        var rates = Arbitraries.integers().between(1, 300).list().ofMinSize(1).ofMaxSize(5);
        var gaps = Arbitraries.integers().between(1, 50).list().ofSize(5);
        return net.jqwik.api.Combinators.combine(rates, gaps).as(LadderTests::rising);
    }

    private static Ladder rising(List<Integer> rates, List<Integer> gaps) {
        var steps = new TreeMap<Integer, Integer>();
        int from = 0;
        for (int index = 0; index < rates.size(); index++) {
            steps.put(from, rates.get(index));
            from += gaps.get(index);
        }
        var sorted = rates.stream().sorted().toList();
        var list = new ArrayList<Step>();
        steps.keySet().forEach(start -> list.add(new Step(start, sorted.get(list.size()))));
        return new Ladder(list);
    }

    @Property(tries = 300)
    void neverMoreThanThirtyPerCentAndNeverLessForSellingMore(
            @ForAll("ladders") Ladder ladder,
            @ForAll @LongRange(min = 0, max = 200) long sold,
            @ForAll @IntRange(min = 1, max = 99) int units,
            @ForAll @LongRange(min = 1, max = 10_000_000) long paid) {
        var commission = ladder.commission(sold, units, yuan(paid));
        assertThat(commission.minor()).isBetween(0L, paid * 3 / 10);
        assertThat(ladder.rate(sold + 1)).isGreaterThanOrEqualTo(ladder.rate(sold));
        long exact = paid * ladder.rate(sold) / 1_000;
        assertThat(commission.minor())
                .as("at least the lowest rate of it")
                .isGreaterThanOrEqualTo(exact - Ladder.MOST_STEPS);
    }
}
