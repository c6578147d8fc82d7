package org.kanmai.app.live.board;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bars beyond which a host is alarmed.
 *
 * @param conversion orders of what is explained over the people whom that reached
 * @param reached fewer people say nothing of a conversion
 * @param settles for so long something is explained before it is held against the bar
 * @param leaving of those who were there, the part that left within a minute
 * @param leavers fewer people say nothing of leaving
 * @param grumbling so often within a minute somebody finds it too slow, or too expensive
 */
@ConfigurationProperties("kanmai.live.board")
record BoardSettings(
        @DefaultValue("0.01") double conversion,
        @DefaultValue("30") long reached,
        @DefaultValue("60s") Duration settles,
        @DefaultValue("0.3") double leaving,
        @DefaultValue("10") long leavers,
        @DefaultValue("3") long grumbling) {
    BoardSettings {
        if (conversion < 0 || conversion > 1 || leaving <= 0 || leaving > 1 || leavers < 1 || grumbling < 1) {
            throw new IllegalArgumentException("kanmai.live.board: rates are 0 to 1, counts positive");
        }
    }
}
