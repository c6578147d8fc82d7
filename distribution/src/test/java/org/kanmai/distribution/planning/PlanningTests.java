package org.kanmai.distribution.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.PolicyDocument;

class PlanningTests {
    private final SupplyPlan carried = SupplyPlan.of(
            PolicyDocument.first(), new Demand(100, 350, 50_000, List.of(0.2, 0.1), List.of(2_000.0, 10_000.0)));
    private final SupplyPlan tooMuch = SupplyPlan.of(
            PolicyDocument.first(), new Demand(100, 350, 40_000, List.of(0.2, 0.1), List.of(2_000.0, 10_000.0)));

    @Test
    void thePromisesOfADayAreWorksTimesQuotasPoolAfterPool() {
        assertThat(carried.promised()).containsExactly(35_000.0, 40_000.0, 20_000.0);
        assertThat(carried.carried()).isEqualTo(100_000);
        assertThat(carried.shortfall()).isZero();
        assertThat(tooMuch.shortfall()).isEqualTo(15_000);
    }

    @Test
    void whatPromisesTooMuchIsReleasedWithAPublicWaiverOfItsVersionOnly() {
        assertThat(carried.mayBeReleased(Optional.empty())).isTrue();
        assertThat(tooMuch.mayBeReleased(Optional.empty())).isFalse();
        assertThat(tooMuch.mayBeReleased(Optional.of(new SupplyPlan.Waiver(2, "a feast", "Chen"))))
                .isFalse();
        assertThat(tooMuch.mayBeReleased(Optional.of(new SupplyPlan.Waiver(1, "a feast", "Chen"))))
                .isTrue();
    }

    @Test
    void aRoundHasAsManyPlacesAsWholeQuotasAreLeft() {
        assertThat(SupplyPlan.places(3_999, 1_000)).isEqualTo(3);
        assertThat(SupplyPlan.places(-1, 1_000)).isZero();
    }

    @Test
    void whatCanNotBeDeliveredInTimeIsKnownWhenItIsPromised() {
        var book = new PromiseBook(hour -> 100);
        assertThat(book.promise(0, 24, 2_000).isWhole()).isTrue();
        var second = book.promise(0, 24, 500);
        assertThat(second.covered()).isEqualTo(400);
        assertThat(second.lacking()).isEqualTo(100);
        assertThat(book.promise(1, 25, 101).covered()).isEqualTo(100);
        book.forgetBefore(30);
        assertThat(book.promise(30, 54, 2_400).isWhole()).isTrue();
    }
}
