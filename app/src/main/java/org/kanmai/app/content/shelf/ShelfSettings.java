package org.kanmai.app.content.shelf;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the shelf holds.
 *
 * @param candidates the newest works that are kept in memory for recommending, some 400 bytes each
 */
@ConfigurationProperties("kanmai.content.shelf")
record ShelfSettings(@DefaultValue("200000") int candidates) {
    ShelfSettings {
        if (candidates < 1) {
            throw new IllegalArgumentException("kanmai.content.shelf.candidates must be positive");
        }
    }
}
