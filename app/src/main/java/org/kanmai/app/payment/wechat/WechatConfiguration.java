package org.kanmai.app.payment.wechat;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Makes WeChat Pay one of the providers where the configuration has its merchant. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("kanmai.payment.wechat.merchant")
class WechatConfiguration {

    @Bean
    static PaymentProvider wechat(WechatSettings settings, JsonMapper json, Clock clock) {
        return new WechatProvider(settings, json, clock);
    }
}
