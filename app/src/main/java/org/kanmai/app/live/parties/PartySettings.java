package org.kanmai.app.live.parties;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rooms name those who answer for a sale.
 *
 * @param platform the name under which this site is run, at most 60 characters
 */
@ConfigurationProperties("kanmai.live.parties")
record PartySettings(@DefaultValue("看买 Kanmai") String platform) {
    private static final int LONGEST = 60;

    PartySettings {
        if (platform.isBlank() || platform.length() > LONGEST) {
            throw new IllegalArgumentException("kanmai.live.parties.platform: 1-60 characters");
        }
    }
}
