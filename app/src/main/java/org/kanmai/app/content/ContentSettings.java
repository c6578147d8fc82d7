package org.kanmai.app.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of works.
 *
 * @param worksPerDay works that one person makes in 24 hours
 */
@ConfigurationProperties("kanmai.content")
record ContentSettings(@DefaultValue("200") int worksPerDay) {
    ContentSettings {
        if (worksPerDay < 1) {
            throw new IllegalArgumentException("kanmai.content.works-per-day must be positive");
        }
    }
}
