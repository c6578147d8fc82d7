package org.kanmai.app.payment.stripe;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Makes Stripe one of the providers where the configuration has its key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("kanmai.payment.stripe.key")
class StripeConfiguration {

    @Bean
    static PaymentProvider stripe(StripeSettings settings, JsonMapper json, Clock clock) {
        return new StripeProvider(settings, json, clock);
    }
}
