package org.kanmai.app.trade.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.freight.Delivery;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;

class RecentOffersTests {
    private final Hand clock = new Hand();
    private final RecentOffers recent = new RecentOffers(clock);

    @Test
    void anOfferIsKnownForASecondAndNoLonger() {
        recent.remember(List.of(offer(1)), null);
        clock.now = clock.now.plus(RecentOffers.LONGEST).minusMillis(1);
        assertThat(recent.find(List.of(new SkuId(1), new SkuId(2)), null)).containsOnlyKeys(new SkuId(1));
        clock.now = clock.now.plusMillis(1);
        assertThat(recent.find(List.of(new SkuId(1)), null)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackKeepsNothingLonger() {
        recent.remember(List.of(offer(1)), null);
        clock.now = clock.now.minus(Duration.ofHours(1));
        assertThat(recent.find(List.of(new SkuId(1)), null)).isEmpty();
    }

    @Test
    void ofMoreThanTenThousandThoseAreForgottenThatNobodyAskedFor() {
        recent.remember(
                IntStream.rangeClosed(1, 10_000)
                        .mapToObj(RecentOffersTests::offer)
                        .toList(),
                null);
        recent.find(List.of(new SkuId(1)), null);
        recent.remember(List.of(offer(10_001)), null);
        assertThat(recent.find(List.of(new SkuId(1), new SkuId(2), new SkuId(10_001)), null))
                .containsOnlyKeys(new SkuId(1), new SkuId(10_001));
    }

    private static Offer offer(long sku) {
        return new Offer(
                new SkuId(sku),
                new ProductId(1),
                "Spring tea",
                List.of(),
                null,
                Money.of(1990, "CNY"),
                5,
                null,
                new ShopId(1),
                "Tea",
                Delivery.FREE,
                null);
    }

    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-06-18T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
