package org.kanmai.app.live.pulling;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where other processes of the site reach this one.
 *
 * @param address such as {@code http://10.0.0.5:8080}; absent when all run on one machine: then it is the own port on loopback
 */
@ConfigurationProperties("kanmai.live.node")
public record NodeSettings(@Nullable URI address) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public NodeSettings {
        if (address != null && (!SCHEMES.contains(address.getScheme()) || address.getHost() == null)) {
            throw new IllegalArgumentException("kanmai.live.node.address is http://host:port or https://host:port");
        }
    }
}
