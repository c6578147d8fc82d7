package org.kanmai.app.traffic;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pools are run.
 *
 * @param zone whose days are those of bars and rounds
 * @param past who publishes what is older than this tells the past: its pools are tended when that should have come in
 * @param pastWithin how long the telling of the past may take
 */
@ConfigurationProperties("kanmai.traffic")
record TrafficSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("1h") Duration past,
        @DefaultValue("30m") Duration pastWithin) {}
