package org.kanmai.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.simulator.demo.Account;
import org.kanmai.simulator.demo.DemoSettings;
import org.kanmai.simulator.demo.DemoWorld;
import org.kanmai.simulator.ffmpeg.Ffmpeg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a demo world while it already serves; what is there from an earlier start is not made again. */
final class Demo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final long SEED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Thread thread;

    private Demo(Thread thread) {
        this.thread = thread;
    }

    static Demo fill(Options options, Optional<String> invitation, Console console) {
        return new Demo(
                Thread.ofPlatform().daemon().name("demo-world").start(() -> make(options, invitation, console)));
    }

    private static void make(Options options, Optional<String> invitation, Console console) {
        try {
            present(DemoWorld.make(settings(options, invitation), console::line), console);
        } catch (RuntimeException failure) {
            if (!Thread.currentThread().isInterrupted()) {
                log.error("demo.failed", failure);
                console.say(
                        "demo.failed",
                        String.valueOf(failure.getMessage()),
                        options.data().resolve("logs"));
            }
        }
    }

    private static DemoSettings settings(Options options, Optional<String> invitation) {
        var binary = FfmpegBinary.unpacked(options.data().resolve("cache"));
        var settings = DemoSettings.usual(
                options.address(),
                SEED,
                invitation,
                options.data().resolve("demo"),
                Path.of(System.getProperty(
                        "kanmai.pictures", "simulator/node_modules/@lobehub/fluent-emoji-3d/assets")),
                new Ffmpeg(List.of(binary.ffmpeg().toString()), binary.environment()));
        return options.tiny() ? settings.tiny() : settings;
    }

    private static void present(List<Account> accounts, Console console) {
        console.say("demo.accounts");
        accounts.forEach(account ->
                console.line("  %-9s %-10s %s".formatted(account.role(), account.handle(), account.password())));
    }

    /** Waits a while, so that nobody fills a world that begins anew with what was meant for the old one. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
