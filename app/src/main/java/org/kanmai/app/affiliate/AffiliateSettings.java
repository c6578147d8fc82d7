package org.kanmai.app.affiliate;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shares and times of the alliance.
 *
 * @param feePerMille the platform's share of a commission, in thousandths
 * @param noticeOfBetter how long before they hold terms are made that are worse nowhere; at least two minutes
 * @param noticeOfWorse how long before they hold worse terms are made
 * @param payoutFrom the least that is paid out, in minor units
 * @param zone whose calendar months statements are of
 */
@ConfigurationProperties("kanmai.affiliate")
public record AffiliateSettings(
        @DefaultValue("100") int feePerMille,
        @DefaultValue("2m") Duration noticeOfBetter,
        @DefaultValue("24h") Duration noticeOfWorse,
        @DefaultValue("1000") long payoutFrom,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    public AffiliateSettings {
        if (feePerMille < 0 || feePerMille > 1_000) {
            throw new IllegalArgumentException("the platform's share is 0-1000 thousandths, not " + feePerMille);
        }
        if (noticeOfBetter.compareTo(REMEMBERED) < 0 || noticeOfWorse.compareTo(noticeOfBetter) < 0) {
            throw new IllegalArgumentException(
                    "terms are made two minutes before they hold at least, worse ones longer");
        }
        if (payoutFrom < 1) {
            throw new IllegalArgumentException("what is paid out is more than nothing, not " + payoutFrom);
        }
    }
}
