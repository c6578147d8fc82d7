package org.kanmai.app.live.nodes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names this process. */
@Configuration(proxyBeanMethods = false)
class NodesConfiguration {
    @Bean
    static Node node() {
        return Node.begun();
    }
}
