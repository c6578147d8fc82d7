package org.kanmai.app.insight.board;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often figures are held against their bars.
 *
 * @param first how long after the start
 * @param every how long after the last time
 * @param demoEvery the same in a demo world, whose visitors do not wait for ten minutes
 * @param afterPast how long after a part of a demo world's past has come in; while parts come, nobody looks
 */
@ConfigurationProperties("kanmai.alarms")
record AlarmSettings(
        @DefaultValue("2m") Duration first,
        @DefaultValue("10m") Duration every,
        @DefaultValue("1m") Duration demoEvery,
        @DefaultValue("30s") Duration afterPast) {
    AlarmSettings {
        if (first.isNegative() || !every.isPositive() || !demoEvery.isPositive() || afterPast.isNegative()) {
            throw new IllegalArgumentException("kanmai.alarms: every and demo-every above 0, none below");
        }
    }
}
