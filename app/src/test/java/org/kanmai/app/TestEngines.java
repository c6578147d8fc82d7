package org.kanmai.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.kanmai.engines.EngineAddresses;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the engines once for all tests of this process and tells the application where they are. */
final class TestEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Started {
        static final Path DATA = folder();
        static final EngineAddresses ADDRESSES =
                Engines.start(EnginesSettings.embedded(DATA)).addresses();

        private static Path folder() {
            try {
                return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data-");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var addresses = Started.ADDRESSES;
        Map<String, Object> properties = Map.of(
                "kanmai.data", Started.DATA.toString(),
                "kanmai.live.rtmp-port", 0,
                "kanmai.identity.sign-ups-per-address", 100_000,
                "kanmai.identity.attempts-per-address", 100_000,
                "kanmai.trade.sandbox-carrier.enabled", true,
                "spring.datasource.url", addresses.postgresql().jdbcUrl(),
                "spring.datasource.username", addresses.postgresql().user(),
                "spring.datasource.password", addresses.postgresql().password(),
                "spring.data.redis.url", addresses.redisUrl(),
                "spring.kafka.bootstrap-servers", addresses.kafkaBootstrap());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("engines", properties));
        // Each page's whole set of candidates is on the log, so that a test can draw any page again.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "sampled",
                        Map.of(
                                "kanmai.feed.sample-every",
                                1,
                                "kanmai.feed.counters-memory",
                                "0ms",
                                "kanmai.feed.models.enough",
                                Long.MAX_VALUE,
                                "kanmai.feed.models.every",
                                "3s")));
        // Those of the tests and the real ones beside each other, which a site must say.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("paid", Map.of("kanmai.payment.offered", "trial,stripe,wechat,alipay")));
        // What happens is in the lake soon after.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("prompt", Map.of("kanmai.lake.window", "250ms")));
        // Works wait to be understood until a test understands them, so that all others have the processors.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("uncomprehending", Map.of("kanmai.content.understanding.workers", 0)));
        // Tests move the clock by days; a sweep between them would take what others still work on.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("quiet", Map.of("kanmai.sweep.first", "P1D")));
    }
}
