package org.kanmai.app.aftersales.credit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.aftersales.credit.Credit.Level;

/** What records come to. */
@Tag("EC-16")
class CreditTests {

    private static ShopRecord good(int orders) {
        return new ShopRecord(orders, orders, 0, orders, 5 * orders, 0, 0, false);
    }

    @Test
    void withTooFewOrdersAShopIsNewHoweverGoodOrBad() {
        assertThat(Credit.of(good(9)).level()).isEqualTo(Level.NEW);
        assertThat(Credit.of(new ShopRecord(9, 9, 9, 9, 9, 9, 9, true)).level()).isEqualTo(Level.NEW);
        assertThat(Credit.of(good(10)).level()).isNotEqualTo(Level.NEW);
    }

    @Test
    void aShopThatIsGoodInEveryTermIsHonest() {
        var credit = Credit.of(good(100));
        assertThat(credit.score()).isEqualTo(100);
        assertThat(credit.level()).isEqualTo(Level.HONEST);
    }

    @Test
    void oneBadTermOrAViolationIsEnoughNotToBeHonest() {
        assertThat(Credit.of(new ShopRecord(100, 100, 20, 100, 500, 0, 0, false))
                        .level())
                .isEqualTo(Level.PLAIN);
        assertThat(Credit.of(new ShopRecord(100, 100, 0, 100, 500, 0, 2, false)).level())
                .isEqualTo(Level.PLAIN);
        assertThat(Credit.of(new ShopRecord(100, 100, 0, 100, 500, 0, 0, true)).level())
                .isEqualTo(Level.PLAIN);
    }

    @Test
    void aBadShopIsWatched() {
        assertThat(Credit.of(new ShopRecord(100, 100, 30, 50, 75, 12, 3, false)).level())
                .isEqualTo(Level.WATCHED);
    }

    @Test
    void oneReviewNeitherMakesNorBreaksAShop() {
        var without = Credit.of(new ShopRecord(20, 20, 0, 0, 0, 0, 0, false));
        var bad = Credit.of(new ShopRecord(20, 20, 0, 1, 1, 0, 0, false));
        assertThat(without.level()).as("nobody has said anything").isEqualTo(Level.PLAIN);
        assertThat(without.score() - bad.score()).isBetween(1, 15);
        assertThat(bad.level()).isEqualTo(Level.PLAIN);
    }

    @Property(tries = 300)
    void theScoreIsTheSumOfItsTermsAndNoTermGivesMoreThanItsMost(
            @ForAll @IntRange(max = 200) int received,
            @ForAll @IntRange(max = 200) int late,
            @ForAll @IntRange(max = 200) int reviews,
            @ForAll @IntRange(max = 50) int faults,
            @ForAll @IntRange(max = 20) int lost) {
        var credit = Credit.of(new ShopRecord(received, received, late, reviews, 3 * reviews, faults, lost, false));
        assertThat(credit.terms())
                .allSatisfy(term ->
                        assertThat(term.points()).isBetween(0, term.measure().most()));
        assertThat(credit.terms().stream().mapToInt(Credit.Term::points).sum()).isEqualTo(credit.score());
        assertThat(credit.score()).isBetween(0, 100);
        assertThat(credit)
                .isEqualTo(
                        Credit.of(new ShopRecord(received, received, late, reviews, 3 * reviews, faults, lost, false)));
    }

    @Property(tries = 300)
    void aBetterFigureNeverCosts(
            @ForAll @IntRange(min = 10, max = 200) int received,
            @ForAll @IntRange(min = 1, max = 50) int faults,
            @ForAll @IntRange(min = 1, max = 50) int late,
            @ForAll @IntRange(min = 1, max = 20) int lost) {
        var worse = Credit.of(new ShopRecord(received, received, late, 10, 40, faults, lost, false));
        assertThat(Credit.of(new ShopRecord(received, received, late - 1, 10, 40, faults, lost, false))
                        .score())
                .isGreaterThanOrEqualTo(worse.score());
        assertThat(Credit.of(new ShopRecord(received, received, late, 10, 41, faults, lost, false))
                        .score())
                .isGreaterThanOrEqualTo(worse.score());
        assertThat(Credit.of(new ShopRecord(received, received, late, 10, 40, faults - 1, lost - 1, false))
                        .score())
                .isGreaterThanOrEqualTo(worse.score());
    }
}
