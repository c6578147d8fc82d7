package org.kanmai.app.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StripeSettingsTests {

    @Test
    void theNamesOfTheGuideAreThoseOfTheSettings() {
        var environment = new StandardEnvironment();
        Map<String, Object> variables = Map.ofEntries(
                Map.entry("KANMAI_PAYMENT_STRIPE_KEY", "rk_live_1"),
                Map.entry("KANMAI_PAYMENT_STRIPE_WEBHOOKSECRET", "whsec_1"),
                Map.entry("KANMAI_PAYMENT_STRIPE_SITE", "https://site.example"),
                Map.entry("KANMAI_PAYMENT_STRIPE_CURRENCIES", "EUR,USD"));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("guide-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        var settings = Binder.get(environment)
                .bind("kanmai.payment.stripe", StripeSettings.class)
                .get();
        assertThat(settings.webhookSecret()).isEqualTo("whsec_1");
        assertThat(settings.currencies()).extracting(Object::toString).containsExactly("EUR", "USD");
        assertThat(settings.test()).isFalse();
    }
}
