package org.kanmai.app.payment.wechat;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Makes the provider one of the application under test, with the other side in this process. */
@Configuration(proxyBeanMethods = false)
class WechatHere {

    @Bean
    static WechatStand wechatStand() {
        return new WechatStand();
    }

    @Bean
    static PaymentProvider wechat(WechatStand stand, JsonMapper json, Clock clock) {
        return new WechatProvider(stand.settings(), json, clock);
    }
}
