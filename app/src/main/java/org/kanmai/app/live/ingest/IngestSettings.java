package org.kanmai.app.live.ingest;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Another server that takes pushes. Streams are pulled from this address and no other: nothing that a request says becomes an address.
 *
 * @param secret which that server sends with each question; at least 16 characters; absent when there is no such server
 * @param source such as {@code rtmp://127.0.0.1:1936/live}; the stream's name is added to it
 */
@ConfigurationProperties("kanmai.live.ingest")
public record IngestSettings(
        @Nullable String secret, @Nullable URI source) {
    private static final int SHORTEST = 16;

    public IngestSettings {
        if ((secret == null) != (source == null)) {
            throw new IllegalArgumentException("kanmai.live.ingest: a secret and a source, or neither");
        }
        if (secret != null && secret.length() < SHORTEST) {
            throw new IllegalArgumentException("kanmai.live.ingest.secret has at least 16 characters");
        }
        if (source != null && (!"rtmp".equals(source.getScheme()) || source.getHost() == null)) {
            throw new IllegalArgumentException("kanmai.live.ingest.source is rtmp://host:port/application");
        }
    }
}
