package org.kanmai.app.insight.board;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the dictionary; the application does not start on one that is wrong, and says which line is. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    static Metrics metrics() throws IOException {
        var file = new ClassPathResource("insight/metrics.yaml");
        var source = new YamlPropertySourceLoader().load("metrics", file).getFirst();
        return new Binder(List.of(Objects.requireNonNull(ConfigurationPropertySource.from(source))))
                .bind(
                        "",
                        Bindable.of(Metrics.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, every -> true))
                .get();
    }
}
