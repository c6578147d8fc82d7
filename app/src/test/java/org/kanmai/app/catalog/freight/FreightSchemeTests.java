package org.kanmai.app.catalog.freight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/** What sending costs, as a pure function. */
@Tag("EC-10")
class FreightSchemeTests {
    private static final Region HERE = Region.CN_ZJ;

    private static FreightScheme scheme(FreightBasis basis, FreightRate... rates) {
        return new FreightScheme("1", "Standard", basis, Currency.getInstance("CNY"), List.of(rates));
    }

    private static Load load(long grams, long units, long minor) {
        return new Load(grams, units, Money.of(minor, "CNY"));
    }

    private static long price(FreightScheme scheme, Load load) {
        return scheme.price(HERE, load).orElseThrow().minor();
    }

    @Test
    void eachBegunStepCostsAndTheFirstPriceIsGoodForTheFirst() {
        var byWeight = scheme(FreightBasis.WEIGHT, new FreightRate(List.of(HERE), 1_000, 800, 500, 200, null));
        assertThat(price(byWeight, load(0, 1, 100))).isEqualTo(800);
        assertThat(price(byWeight, load(1_000, 1, 100))).isEqualTo(800);
        assertThat(price(byWeight, load(1_001, 1, 100))).isEqualTo(1_000);
        assertThat(price(byWeight, load(1_500, 1, 100))).isEqualTo(1_000);
        assertThat(price(byWeight, load(1_501, 1, 100))).isEqualTo(1_200);
        var byPiece = scheme(FreightBasis.PIECE, new FreightRate(List.of(HERE), 2, 600, 1, 100, null));
        assertThat(price(byPiece, load(9_999, 2, 100))).isEqualTo(600);
        assertThat(price(byPiece, load(9_999, 4, 100))).isEqualTo(800);
        var byAmount = scheme(FreightBasis.AMOUNT, new FreightRate(List.of(HERE), 10_000, 500, 10_000, 300, null));
        assertThat(price(byAmount, load(0, 1, 10_001))).isEqualTo(800);
    }

    @Test
    void fromAnAmountOnItIsFreeAndWhereNoRateNamesARegionNothingIsSent() {
        var scheme = scheme(FreightBasis.PIECE, new FreightRate(List.of(HERE), 1, 600, 1, 100, 9_900L));
        assertThat(price(scheme, load(0, 3, 9_899))).isEqualTo(800);
        assertThat(price(scheme, load(0, 3, 9_900))).isZero();
        assertThat(scheme.price(Region.CN_XZ, load(0, 1, 100))).isEmpty();
    }

    @Test
    void aRegionHasOneRateAndNumbersHaveBounds() {
        var rate = new FreightRate(List.of(HERE), 1, 600, 1, 100, null);
        assertThatThrownBy(() -> scheme(FreightBasis.PIECE, rate, rate)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scheme(FreightBasis.PIECE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new FreightRate(List.of(HERE), 1, -1, 1, 1, null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new FreightRate(List.of(HERE), 1, 1, 0, 1, null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new FreightRate(List.of(), 1, 1, 1, 1, null)).isInstanceOf(Refusal.class);
    }

    @Property(tries = 300)
    void moreOfTheSameNeverCostsLessAndNothingOverflows(
            @ForAll @LongRange(max = 1_000_000_000) long first,
            @ForAll @LongRange(max = FreightRate.HIGHEST_MINOR) long firstMinor,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long next,
            @ForAll @LongRange(max = FreightRate.HIGHEST_MINOR) long nextMinor,
            @ForAll @LongRange(max = 5_000_000_000L) long grams,
            @ForAll @IntRange(min = 1, max = 1_000_000) int more) {
        var scheme =
                scheme(FreightBasis.WEIGHT, new FreightRate(List.of(HERE), first, firstMinor, next, nextMinor, null));
        long less = price(scheme, load(grams, 1, 100));
        assertThat(less).isBetween(firstMinor, FreightRate.HIGHEST_MINOR);
        assertThat(price(scheme, load(grams + more, 1, 100))).isGreaterThanOrEqualTo(less);
    }
}
