package org.kanmai.app.promotion.sharing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of sharing.
 *
 * @param deepest how many links deep a chain is kept; nobody gets anything for any but a friend's own deed, however deep (SF-12)
 * @param helpsPerDay how many people somebody can help a day
 * @param helpWithin how long friends have to help
 */
@ConfigurationProperties("kanmai.sharing")
public record SharingSettings(
        @DefaultValue("2") int deepest,
        @DefaultValue("5") int helpsPerDay,
        @DefaultValue("24h") Duration helpWithin) {
    static final int LARGEST_DEPTH = 3;

    public SharingSettings {
        if (deepest < 1 || deepest > LARGEST_DEPTH) {
            throw new IllegalArgumentException("chains are 1-3 links deep, not " + deepest);
        }
    }
}
