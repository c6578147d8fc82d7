package org.kanmai.app.trade.promises;

import java.time.Duration;
import org.kanmai.facts.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a broken promise costs. The row EC-10 asks for the promise; the amounts are this site's.
 *
 * @param grace how late a carrier may tell of a parcel that it was handed in time
 * @param warnBefore how long before the time is over the shop hears of it
 * @param perMille of what was paid for goods, in thousandths
 * @param leastMinor at least so much, in minor units of the order's currency
 * @param mostMinor at most so much
 */
@ConfigurationProperties("kanmai.trade.promise")
record PromiseSettings(
        @DefaultValue("2h") Duration grace,
        @DefaultValue("12h") Duration warnBefore,
        @DefaultValue("50") int perMille,
        @DefaultValue("100") long leastMinor,
        @DefaultValue("3000") long mostMinor) {
    PromiseSettings {
        if (perMille < 0 || perMille > 1_000 || leastMinor < 1 || mostMinor < leastMinor) {
            throw new IllegalArgumentException("kanmai.trade.promise: 0-1000 thousandths, 1 <= least <= most");
        }
    }

    /** Returns what is given for goods that cost so much. */
    Money amount(Money goods) {
        return new Money(
                Math.clamp(
                        goods.minor() / 1_000 * perMille + goods.minor() % 1_000 * perMille / 1_000,
                        leastMinor,
                        mostMinor),
                goods.currency());
    }

    /** Returns the rule in words for the books. */
    String rule() {
        return "EC-10: " + perMille + " per mille, " + leastMinor + "-" + mostMinor;
    }
}
