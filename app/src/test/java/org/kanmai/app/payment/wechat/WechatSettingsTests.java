package org.kanmai.app.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WechatSettingsTests {

    @Test
    void theNamesOfTheGuideAreThoseOfTheSettings() {
        var environment = new StandardEnvironment();
        Map<String, Object> variables = Map.ofEntries(
                Map.entry("KANMAI_PAYMENT_WECHAT_MERCHANT", "1900000001"),
                Map.entry("KANMAI_PAYMENT_WECHAT_APP", "wx1"),
                Map.entry("KANMAI_PAYMENT_WECHAT_SERIAL", "5157"),
                Map.entry("KANMAI_PAYMENT_WECHAT_PRIVATEKEY", "/etc/kanmai/apiclient_key.pem"),
                Map.entry("KANMAI_PAYMENT_WECHAT_APIKEY", WechatStand.API_KEY),
                Map.entry("KANMAI_PAYMENT_WECHAT_PROVIDERKEY", "/etc/kanmai/wechat_public_key.pem"),
                Map.entry("KANMAI_PAYMENT_WECHAT_PROVIDERKEYID", "PUB_KEY_ID_1"),
                Map.entry("KANMAI_PAYMENT_WECHAT_SITE", "https://site.example"));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("guide-systemEnvironment", variables));
        ConfigurationPropertySources.attach(environment);
        var settings = Binder.get(environment)
                .bind("kanmai.payment.wechat", WechatSettings.class)
                .get();
        assertThat(settings.providerKeyId()).isEqualTo("PUB_KEY_ID_1");
        assertThat(settings.privateKey()).hasFileName("apiclient_key.pem");
        assertThat(settings.endpoint()).hasHost("api.mch.weixin.qq.com");
        assertThat(settings.toString()).doesNotContain(WechatStand.API_KEY);
    }
}
