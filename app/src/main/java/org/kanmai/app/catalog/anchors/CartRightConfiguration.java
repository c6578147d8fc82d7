package org.kanmai.app.catalog.anchors;

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

/** Reads the policy of the cart right; the application does not start on one that is wrong, and says which line is. */
@Configuration(proxyBeanMethods = false)
class CartRightConfiguration {

    @Bean
    static CartRightPolicy cartRightPolicy() throws IOException {
        var file = new ClassPathResource("policies/cart-right.yaml");
        var source = new YamlPropertySourceLoader().load("cart right", file).getFirst();
        return new Binder(List.of(Objects.requireNonNull(ConfigurationPropertySource.from(source))))
                .bind(
                        "",
                        Bindable.of(CartRightPolicy.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, every -> true))
                .get();
    }
}
