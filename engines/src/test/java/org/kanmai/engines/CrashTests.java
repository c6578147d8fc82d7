package org.kanmai.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Its folder is closed to other users, as a home is. */
@Timeout(120)
class CrashTests {
    @TempDir
    Path temporary;

    @Test
    @Tag("deep")
    void whatWasWrittenSurvivesTheDeathOfTheProcessAndOfItsWholeGroup() throws Exception {
        var data = temporary.resolve("data");

        var alone = EnginesProcess.start(data, "alone");
        assertThat(line(alone)).isEqualTo("written");
        secondInstanceIsRefused(data, alone);
        alone.destroyForcibly().waitFor();
        noChildOutlivesIt(data);

        var group = EnginesProcess.start(data, "group");
        assertThat(line(group)).isEqualTo("written");
        group.descendants().forEach(ProcessHandle::destroyForcibly);
        group.destroyForcibly().waitFor();

        try (var engines = Engines.start(EnginesSettings.embedded(data))) {
            var trace = new Trace(engines.addresses());
            assertThat(trace.inPostgresql()).containsExactly("alone", "group");
            assertThat(trace.inRedis()).containsExactly("alone", "group");
            assertThat(trace.inKafka()).containsExactly("alone", "group");
        }
        assertThat(TestFolders.processesIn(data)).isEmpty();
    }

    private static void secondInstanceIsRefused(Path data, Process first) throws Exception {
        var second = EnginesProcess.start(data, "second");
        assertThat(line(second)).contains("in use by another Kanmai (process " + first.pid() + ")");
        assertThat(second.waitFor()).isEqualTo(1);
    }

    private static String line(Process process) throws Exception {
        return process.inputReader().readLine();
    }

    private static void noChildOutlivesIt(Path data) {
        await().atMost(Duration.ofSeconds(20)).until(() -> TestFolders.processesIn(data), List::isEmpty);
    }
}
