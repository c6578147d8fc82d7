package org.kanmai.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EnginesTests {
    @TempDir
    static Path temporary;

    private static Path data;
    private static Engines engines;

    @BeforeAll
    static void startsOnAFolderWithASpaceThatOthersMayEnter() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = temporary.resolve("a folder");
        engines = Engines.start(EnginesSettings.embedded(data));
    }

    @AfterAll
    static void stops() {
        engines.close();
        assertThat(TestFolders.processesIn(data)).isEmpty();
    }

    @Test
    void writesAreReadBack() throws Exception {
        var trace = new Trace(engines.addresses());
        trace.write("hello");
        assertThat(trace.inPostgresql()).contains("hello");
        assertThat(trace.inRedis()).contains("hello");
        assertThat(trace.inKafka()).contains("hello");
    }

    @Test
    void externalAddressesStartNothing() throws Exception {
        var joining = temporary.resolve("joining");
        var environment =
                Map.of("KANMAI_PROPERTIES", data.resolve("engines.properties").toString());
        try (var joined = Engines.start(EnginesSettings.from(joining, environment))) {
            assertThat(joined.addresses()).isEqualTo(engines.addresses());
            assertThat(TestFolders.processesIn(joining)).isEmpty();
        }
        try (var files = Files.list(joining)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lock", "engines.properties");
        }
    }

    @Test
    void aDeadEngineComesBackWithItsData() throws Exception {
        var trace = new Trace(engines.addresses());
        trace.write("before");
        TestFolders.processesIn(data).forEach(ProcessHandle::destroyForcibly);
        var address = engines.addresses();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RedisPing.answers(address.redisUrl()) && postgresqlAnswers(address));
        assertThat(trace.inPostgresql()).contains("before");
        assertThat(trace.inRedis()).contains("before");
    }

    @Test
    void addressesAndSecretsAreForTheOwnerOnly() throws Exception {
        for (var file : new String[] {"engines.properties", "secrets/postgresql", "secrets/redis"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(engines.addresses().toString())
                .doesNotContain(Files.readString(data.resolve("secrets/postgresql")))
                .doesNotContain(Files.readString(data.resolve("secrets/redis")));
    }

    @Test
    void aFolderInUseIsRefusedInTheSameProcessToo() {
        assertThatThrownBy(() -> Engines.start(EnginesSettings.embedded(data)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("in use by another Kanmai (process "
                        + ProcessHandle.current().pid());
    }

    private static boolean postgresqlAnswers(EngineAddresses addresses) {
        try {
            PostgresqlSession.check(addresses.postgresql());
            return true;
        } catch (StartRefused e) {
            return false;
        }
    }
}
