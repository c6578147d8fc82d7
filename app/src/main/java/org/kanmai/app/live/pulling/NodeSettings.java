package org.kanmai.app.live.pulling;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where other processes of the site reach this one.
 *
 * @param address such as {@code http://10.0.0.5:8080}; absent where that is the address on which the pages are served, or loopback where that is every address
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
