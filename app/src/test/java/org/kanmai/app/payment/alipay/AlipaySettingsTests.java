package org.kanmai.app.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AlipaySettingsTests {

    @Test
    void theNamesOfTheGuideAreThoseOfTheSettings() {
        var environment = new StandardEnvironment();
        Map<String, Object> variables = Map.ofEntries(
                Map.entry("KANMAI_PAYMENT_ALIPAY_APP", "2021"),
                Map.entry("KANMAI_PAYMENT_ALIPAY_SELLER", "2088"),
                Map.entry("KANMAI_PAYMENT_ALIPAY_PRIVATEKEY", "/etc/kanmai/alipay_private.pem"),
                Map.entry("KANMAI_PAYMENT_ALIPAY_PROVIDERKEY", "/etc/kanmai/alipay_public.pem"),
                Map.entry("KANMAI_PAYMENT_ALIPAY_SITE", "https://site.example"),
                Map.entry("KANMAI_PAYMENT_ALIPAY_ADDRESS", "https://openapi-sandbox.dl.alipaydev.com/gateway.do"));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("guide-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        var settings = Binder.get(environment)
                .bind("kanmai.payment.alipay", AlipaySettings.class)
                .get();
        assertThat(settings.providerKey()).hasFileName("alipay_public.pem");
        assertThat(settings.test()).isTrue();
    }
}
