package org.kanmai.app.payment.alipay;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Alipay one of the providers where the configuration has its application. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("kanmai.payment.alipay.app")
class AlipayConfiguration {

    @Bean
    static PaymentProvider alipay(AlipaySettings settings, Clock clock) {
        return new AlipayProvider(settings, clock);
    }
}
