package org.kanmai.app.payment.alipay;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the provider one of the application under test, with the other side in this process. */
@Configuration(proxyBeanMethods = false)
class AlipayHere {

    @Bean
    static AlipayStand alipayStand() {
        return new AlipayStand();
    }

    @Bean
    static PaymentProvider alipay(AlipayStand stand, Clock clock) {
        return new AlipayProvider(stand.settings(), clock);
    }
}
