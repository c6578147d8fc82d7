package org.kanmai.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.KanmaiApplication;
import org.kanmai.engines.EngineAddresses;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The Spring application, told where the engines answer. */
final class Application {
    private Application() {}

    /** Starts it; {@code payment} are the properties of the payment sandbox, none when it doesn't run, {@code over} is there where the world can begin anew. */
    static ConfigurableApplicationContext start(
            Options options,
            EngineAddresses engines,
            Map<String, Object> payment,
            StreamsHealth health,
            Optional<StartOver> over) {
        // The log is open already, for the engines; Spring would close it under them and open it again.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        var application = new SpringApplication(KanmaiApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("launcher", properties(options, engines, payment))));
        application.addInitializers(context -> watch(context.getBeanFactory(), engines, health));
        over.ifPresent(port -> application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("startingOver", port)));
        return application.run();
    }

    /** Spring knows by itself how PostgreSQL and Redis are; these it does not. */
    private static void watch(ConfigurableListableBeanFactory beans, EngineAddresses engines, StreamsHealth streams) {
        beans.registerSingleton("streamsHealthIndicator", streams);
        beans.registerSingleton("kafkaHealthIndicator", new KafkaHealth(engines.kafkaBootstrap()));
    }

    private static Map<String, Object> properties(
            Options options, EngineAddresses engines, Map<String, Object> payment) {
        var properties = new HashMap<String, Object>(Map.of(
                "server.address", options.listen().getHostAddress(),
                "server.port", options.port(),
                "kanmai.data", options.data().toString(),
                "kanmai.world", options.kind().code(),
                "spring.datasource.url", engines.postgresql().jdbcUrl(),
                "spring.datasource.username", engines.postgresql().user(),
                "spring.datasource.password", engines.postgresql().password(),
                "spring.data.redis.url", engines.redisUrl(),
                "spring.kafka.bootstrap-servers", engines.kafkaBootstrap()));
        properties.putAll(payment);
        properties.put("kanmai.policy.first", options.kind() == Kind.DEMO ? "village" : "distribution");
        var web = Path.of(System.getProperty("kanmai.web", "web/dist")).toAbsolutePath();
        if (Files.exists(web.resolve("index.html"))) {
            properties.put("kanmai.app", web.toString());
        }
        return properties;
    }
}
