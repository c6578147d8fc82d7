package org.kanmai.app;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The product: every module in one application. */
@Modulithic(systemName = "Kanmai")
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
@EnableResilientMethods
public class KanmaiApplication {
    private static final int INTERVAL_THREADS = 8;

    /** Threads for what happens at intervals: a slow one must not keep the others waiting. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(INTERVAL_THREADS);
        scheduler.setThreadNamePrefix("interval-");
        scheduler.setDaemon(true);
        return scheduler;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
