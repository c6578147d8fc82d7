package org.kanmai.app.aftersales;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The times of what comes after a sale.
 *
 * @param zone where the days of a return are counted
 * @param freeDays days after that of receipt in which units go back without a reason
 * @param faultDays days after that of receipt in which units go back for which the shop is to blame
 * @param answerWithin how long a shop may think about a wish; its silence agrees
 * @param sendWithin how long a buyer may wait before sending goods back
 * @param checkWithin how long a shop may look at goods that are on their way back; its silence accepts them
 * @param checkDeliveredWithin how long it may once their carrier says that they were brought
 * @param replaceWithin how long a shop may wait before sending a replacement
 * @param disputeWithin how long a buyer may think about a refusal
 * @param decideWithin how soon operators should decide a dispute
 * @param complaintWithin how long a shop may think about a complaint before an operator has it (EC-15)
 * @param closeAfter how long a buyer may think about an answer before it counts as enough
 * @param wayBackMinor what a shop gives for the way back, in minor units of the order's currency (EC-12)
 */
@ConfigurationProperties("kanmai.aftersales")
public record AftersalesSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("7") int freeDays,
        @DefaultValue("15") int faultDays,
        @DefaultValue("48h") Duration answerWithin,
        @DefaultValue("7d") Duration sendWithin,
        @DefaultValue("10d") Duration checkWithin,
        @DefaultValue("72h") Duration checkDeliveredWithin,
        @DefaultValue("72h") Duration replaceWithin,
        @DefaultValue("7d") Duration disputeWithin,
        @DefaultValue("24h") Duration decideWithin,
        @DefaultValue("24h") Duration complaintWithin,
        @DefaultValue("7d") Duration closeAfter,
        @DefaultValue("1000") long wayBackMinor) {
    public AftersalesSettings {
        if (wayBackMinor < 0) {
            throw new IllegalArgumentException(
                    "kanmai.aftersales.way-back-minor is nothing or more, not " + wayBackMinor);
        }
        if (freeDays < 0 || faultDays < freeDays) {
            throw new IllegalArgumentException("kanmai.aftersales: 0 <= free-days <= fault-days");
        }
    }
}
