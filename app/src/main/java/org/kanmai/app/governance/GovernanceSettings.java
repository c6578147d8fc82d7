package org.kanmai.app.governance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Deadlines and limits of reviews and reports.
 *
 * @param within how soon an operator should decide
 * @param graveWithin how soon when reports of a grave class hid the subject
 * @param reportsToReview so many people's reports since the last decision begin a review
 * @param reportsToHide so many people's reports of a grave class since the last decision hide the subject until it
 * @param reportsPerDay one person's reports in 24 hours
 * @param words a file with the operator's own banned words, in the form of {@code banned-words.txt}; absent when none
 * @param zone where the day of the summary begins
 */
@ConfigurationProperties("kanmai.governance")
record GovernanceSettings(
        @DefaultValue("24h") Duration within,
        @DefaultValue("1h") Duration graveWithin,
        @DefaultValue("1") int reportsToReview,
        @DefaultValue("3") int reportsToHide,
        @DefaultValue("20") int reportsPerDay,
        @Nullable Path words,
        @DefaultValue("Asia/Shanghai") ZoneId zone) {
    GovernanceSettings {
        if (reportsToReview < 1 || reportsToHide < reportsToReview || reportsPerDay < 1) {
            throw new IllegalArgumentException(
                    "kanmai.governance: 1 <= reports-to-review <= reports-to-hide, and 1 <= reports-per-day");
        }
    }
}
