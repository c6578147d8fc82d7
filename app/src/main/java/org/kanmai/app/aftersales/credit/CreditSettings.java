package org.kanmai.app.aftersales.credit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How credit looks at shops.
 *
 * @param over how far back
 * @param every how often
 * @param sendWithin what was paid for and sent later was sent late
 */
@ConfigurationProperties("kanmai.credit")
public record CreditSettings(
        @DefaultValue("90d") Duration over,
        @DefaultValue("24h") Duration every,
        @DefaultValue("48h") Duration sendWithin) {
    public CreditSettings {
        if (!over.isPositive() || !every.isPositive() || !sendWithin.isPositive()) {
            throw new IllegalArgumentException("kanmai.credit: every time must be positive");
        }
    }
}
