package org.kanmai.app.payment.sandbox;

import java.time.Clock;
import org.kanmai.app.payment.PaymentProvider;
import org.kanmai.app.web.security.FrameSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Makes the sandbox one of the providers where the configuration says where it is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("kanmai.payment.sandbox.address")
class SandboxConfiguration {

    /** The payment page opens in a frame. */
    @Bean
    static FrameSource sandboxFrame(SandboxSettings settings) {
        return new FrameSource(settings.address());
    }

    @Bean
    static PaymentProvider sandbox(SandboxSettings settings, JsonMapper json, Clock clock) {
        var seal = new Seal(settings.merchantKey(), settings.providerKey(), clock);
        return new SandboxProvider(settings, new SandboxCalls(settings.address(), seal, json), seal, json);
    }
}
