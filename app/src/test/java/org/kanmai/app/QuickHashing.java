package org.kanmai.app;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The same hash with hardly any work: tests sign up and sign in more than a thousand times. */
@TestConfiguration(proxyBeanMethods = false)
class QuickHashing {
    private static final int LEAST_MEMORY_KIB = 16;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, LEAST_MEMORY_KIB, 1);
    }
}
