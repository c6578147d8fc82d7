package org.kanmai.app.aftersales.reviews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The times of reviews.
 *
 * @param writeWithin how long after receipt a review may be written
 * @param changeWithin how long after that it may be changed
 * @param followWithin how long after that its buyer may follow up
 * @param keepPictures how long pictures wait for their review
 */
@ConfigurationProperties("kanmai.reviews")
public record ReviewSettings(
        @DefaultValue("30d") Duration writeWithin,
        @DefaultValue("48h") Duration changeWithin,
        @DefaultValue("180d") Duration followWithin,
        @DefaultValue("24h") Duration keepPictures) {
    public ReviewSettings {
        if (writeWithin.isNegative()
                || changeWithin.isNegative()
                || followWithin.isNegative()
                || keepPictures.isNegative()) {
            throw new IllegalArgumentException("kanmai.reviews: no time may be negative");
        }
    }
}
