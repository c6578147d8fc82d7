package org.kanmai.app.trade.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The times and shares of selling.
 *
 * @param payWithin how long an order waits for its money and keeps its units
 * @param receiveAfter when a shipped order counts as received though its buyer says nothing
 * @param holdFor how long a received order's money is held for the case that it goes back
 * @param handOverWithin how soon after it was paid an order is promised to be handed to its carrier (EC-10)
 * @param feePerMille the platform's share of a sale, in thousandths
 */
@ConfigurationProperties("kanmai.trade")
public record TradeSettings(
        @DefaultValue("15m") Duration payWithin,
        @DefaultValue("10d") Duration receiveAfter,
        @DefaultValue("7d") Duration holdFor,
        @DefaultValue("48h") Duration handOverWithin,
        @DefaultValue("50") int feePerMille) {
    public TradeSettings {
        if (feePerMille < 0 || feePerMille > 1_000) {
            throw new IllegalArgumentException("the platform's share is 0-1000 thousandths, not " + feePerMille);
        }
    }
}
