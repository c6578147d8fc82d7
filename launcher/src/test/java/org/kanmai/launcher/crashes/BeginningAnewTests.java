package org.kanmai.launcher.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.RunningKanmai;
import org.kanmai.simulator.demo.Account;

/** A demo world begins anew in the same process, and also when that dies right after it was asked. */
@Tag("deep")
class BeginningAnewTests {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Account OPERATOR = Account.of("olga", "", "operator", 1);

    @TempDir
    Path temporary;

    private Path data;
    private RunningKanmai kanmai;

    @BeforeEach
    void aDemoWorldRuns() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = temporary.resolve("data");
        kanmai = RunningKanmai.demo(data, RunningKanmai.freePort());
    }

    @Test
    void nobodyIsLeftAndEverythingAnswersAgain() throws Exception {
        Caller.signedUp(kanmai.address(), "lina", "");
        operator().post("/api/demo/reset", "{\"confirm\": \"reset\"}").must(202);
        await().atMost(PATIENCE).until(() -> starts() == 2);
        knowsNobodyCalled("lina");

        Caller.signedUp(kanmai.address(), "mara", "");
        operator().post("/api/demo/reset", "{\"confirm\": \"reset\"}").must(202);
        kanmai.kill();
        kanmai = RunningKanmai.demo(data, RunningKanmai.freePort());
        knowsNobodyCalled("mara");
        assertThat(data.resolve("start-over")).doesNotExist();
    }

    @AfterEach
    void stops() throws Exception {
        kanmai.stop();
    }

    /** The demo world makes its operator while it already answers. */
    private Caller operator() {
        var caller = new Caller(kanmai.address());
        var body = "{\"handle\": \"olga\", \"password\": \"" + OPERATOR.password() + "\"}";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(20))
                .pollDelay(Duration.ofSeconds(1))
                .until(() -> caller.post("/api/session", body).status() == 200);
        return caller;
    }

    private long starts() {
        return kanmai.said().stream()
                .filter(line -> line.startsWith("Ready after"))
                .count();
    }

    private void knowsNobodyCalled(String handle) {
        assertThat(new Caller(kanmai.address()).get("/api/people/" + handle).status())
                .isEqualTo(404);
    }
}
