package org.kanmai.engines;

import java.time.Duration;
import java.util.List;

/** Sends signals by name; the shell's own kill serves where the machine has no command of that name. */
final class Signals {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Signals() {}

    static void send(ProcessHandle process, String signal) {
        Command.run(LIMIT, List.of("sh", "-c", "kill -" + signal + " " + process.pid()));
    }
}
