package org.kanmai.app.payment.stripe;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Makes the provider one of the application under test, with the other side in this process. */
@Configuration(proxyBeanMethods = false)
class StripeHere {

    @Bean
    static StripeStand stripeStand() {
        return new StripeStand();
    }

    @Bean
    static PaymentProvider stripe(StripeStand stand, JsonMapper json, Clock clock) {
        return new StripeProvider(stand.settings(), json, clock);
    }
}
