package org.kanmai.app.notices.mail;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets the mail server up where there is one. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    @ConditionalOnProperty("kanmai.notices.smtp.host")
    MailPort smtp(MailSettings settings, Clock clock) {
        return new Smtp(settings, clock);
    }
}
