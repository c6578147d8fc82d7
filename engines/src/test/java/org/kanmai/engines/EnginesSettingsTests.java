package org.kanmai.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesSettingsTests {
    @TempDir
    Path data;

    @Test
    void everythingIsEmbeddedByDefault() {
        var settings = EnginesSettings.embedded(data);
        assertThat(settings.postgresql()).isNull();
        assertThat(settings.redisUrl()).isNull();
        assertThat(settings.kafkaBootstrap()).isNull();
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        Files.writeString(data.resolve("kanmai.properties"), """
                kanmai.redis.url=redis://from-file
                kanmai.kafka.bootstrap=from-file:9092
                """);
        var settings = EnginesSettings.from(data, Map.of("KANMAI_REDIS_URL", "redis://from-environment"));
        assertThat(settings.redisUrl()).isEqualTo("redis://from-environment");
        assertThat(settings.kafkaBootstrap()).isEqualTo("from-file:9092");
    }

    @Test
    void anUnknownKeyIsRefused() throws Exception {
        Files.writeString(data.resolve("kanmai.properties"), "kanmai.redis.adress=redis://here\n");
        assertThatThrownBy(() -> EnginesSettings.embedded(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("kanmai.redis.adress");
    }

    @Test
    void anotherDatabaseThanPostgresqlIsRefused() {
        assertThatThrownBy(() -> EnginesSettings.from(data, Map.of("KANMAI_POSTGRESQL_URL", "jdbc:mysql://here")))
                .isInstanceOf(StartRefused.class);
    }
}
