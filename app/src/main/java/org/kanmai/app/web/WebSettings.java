package org.kanmai.app.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the built web app lies and what kind of world this is.
 *
 * @param app folder with {@code index.html}; absent when only the API is served
 * @param data the folder under which everything is kept
 */
@ConfigurationProperties("kanmai")
public record WebSettings(@Nullable Path app, Path data, World world) {

    /** A demo world holds simulated facts and says so on each page; a real one refuses them; fixed when it is made. */
    public enum World implements org.kanmai.facts.Code {
        DEMO,
        REAL
    }
}
