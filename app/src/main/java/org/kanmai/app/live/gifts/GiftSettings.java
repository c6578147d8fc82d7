package org.kanmai.app.live.gifts;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How gifts are shared out, and what one may give.
 *
 * @param hostPerMille of a gift for the host and the host's agency; the platform has the rest
 * @param mostADay that a person may give, in minor units
 * @param zone whose days these are
 * @param payWithin after so long an unpaid gift is none
 * @param holdFor so long it can be given back before it is the host's
 */
@ConfigurationProperties("kanmai.gifts")
public record GiftSettings(
        @DefaultValue("700") int hostPerMille,
        @DefaultValue("50000") long mostADay,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("15m") Duration payWithin,
        @DefaultValue("7d") Duration holdFor) {
    private static final int THOUSAND = 1_000;

    public GiftSettings {
        if (hostPerMille < 0 || hostPerMille > THOUSAND || mostADay < 0) {
            throw new IllegalArgumentException("kanmai.gifts: a share is 0-1000 thousandths, a limit is not below 0");
        }
        if (!payWithin.isPositive() || !holdFor.isPositive()) {
            throw new IllegalArgumentException("kanmai.gifts: times are positive");
        }
    }
}
