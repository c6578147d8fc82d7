package org.kanmai.app.policy;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the rules hold.
 *
 * @param zone where the day begins from which a policy holds
 * @param first name of the document that a new site begins with; demo worlds begin with {@code village}
 */
@ConfigurationProperties("kanmai.policy")
record PolicySettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("distribution") String first) {}
