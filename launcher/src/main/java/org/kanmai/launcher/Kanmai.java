package org.kanmai.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kanmai.app.identity.Invitations;
import org.kanmai.engines.EngineAddresses;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.engines.Progress;
import org.kanmai.engines.StartRefused;
import org.kanmai.streams.Streams;
import org.kanmai.streams.StreamsSettings;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts everything in one process: {@code run} for a real world, {@code demo} for a simulated one. */
public final class Kanmai {
    private static final int PARALLELISM = 2;

    private final Options options;
    private final PassingFiles passing;
    private final Console console;
    private final House house;
    private final EnginesSettings settings;
    private final StartOver over;

    private Kanmai(Options options, EnginesSettings settings, PassingFiles passing, Console console) {
        this.options = options;
        this.settings = settings;
        this.passing = passing;
        this.console = console;
        this.house = new House(console, logs(options));
        this.over = new StartOver(options.data());
    }

    /** Runs until a signal comes; exits with 1 and a sentence when it can't start. */
    public static void main(String[] arguments) {
        var words = Words.in(Locale.getDefault());
        try {
            Checks.java(words);
            var options = Options.parse(List.of(arguments), words);
            Checks.beforeAnythingIsTouched(options, words);
            var passing = PassingFiles.in(options.data(), words);
            log(logs(options));
            live(options, passing, words);
            System.exit(0);
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Tomcat speaks to the JDK's logger, which would speak to the console. */
    private static void log(Path folder) {
        System.setProperty("kanmai.logs", folder.toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** One life after the other, in a demo world that begins anew. */
    private static void live(Options options, PassingFiles passing, Words words) {
        var settings = EnginesSettings.from(options.data(), System.getenv());
        boolean again = true;
        while (again) {
            StartOver.finish(options, settings, words);
            again = new Kanmai(options, settings, passing, new Console(System.out, words)).live();
        }
    }

    /** Lives until a signal comes, or until the world is to begin anew: then all is closed, and it returns true. */
    private boolean live() {
        var stopping = new Thread(house::close, "stopping");
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            start();
            if (options.training()) {
                return false;
            }
            over.await();
            console.say("over");
            return end(stopping);
        } catch (StartRefused e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            LoggerFactory.getLogger(Kanmai.class).error("start.failed", e);
            throw new StartRefused(console.words().say("failed", rootOf(e), logs(options)), e);
        }
    }

    /** Closes all; false when a signal came meanwhile, which ends the process. */
    private boolean end(Thread stopping) {
        house.close();
        try {
            return Runtime.getRuntime().removeShutdownHook(stopping);
        } catch (IllegalStateException signal) {
            return false;
        }
    }

    /** The first cause says what is wrong; those around it say where it was noticed. */
    private static String rootOf(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** Every part in order; each needs the ones above it. */
    private void start() throws Exception {
        var started = System.nanoTime();
        console.say("start." + options.kind().code(), options.data());
        var engines = house.open(console.words().say("part.engines"), () -> Engines.start(settings, progress()));
        new World(options.data(), console.words()).keep(options.kind());
        passing.clear();
        var payment = startSandbox(engines.addresses());
        var health = new StreamsHealth();
        var application = timed("part.application", () -> application(engines.addresses(), payment, health));
        health.watch(timed("part.streams", () -> Streams.start(streams(engines.addresses()))));
        var address = options.address().toString();
        console.say("ready", Console.seconds(Duration.ofNanos(System.nanoTime() - started)), address);
        var invitation = application.getBean(Invitations.class).firstOperator();
        console.say("ready.stop", options.data());
        warn();
        welcome(invitation, address);
        if (options.training()) {
            Training.visit(address);
        }
    }

    private ConfigurableApplicationContext application(
            EngineAddresses engines, Map<String, Object> payment, StreamsHealth health) {
        var able = StartOver.isPossible(options, settings) ? Optional.of(over) : Optional.<StartOver>empty();
        return Application.start(options, engines, payment, health, able);
    }

    /** Returns what the application is told of it: nothing when it doesn't run. */
    private Map<String, Object> startSandbox(EngineAddresses engines) throws Exception {
        if (!PaymentSandbox.isOn(options, System.getenv())) {
            return Map.of();
        }
        timed("part.sandbox", () -> PaymentSandbox.start(options, engines));
        return PaymentSandbox.properties(options);
    }

    private void warn() {
        if (!options.listen().isLoopbackAddress()) {
            console.say("ready.open", options.listen().getHostAddress());
        }
    }

    /** A real world waits for its first operator; a demo world makes its own people. */
    private void welcome(Optional<String> invitation, String address) throws Exception {
        if (options.kind() == Kind.DEMO) {
            house.open(console.words().say("part.demo"), () -> Demo.fill(options, invitation, console));
        } else if (!options.training()) {
            invitation.ifPresent(code -> console.say("ready.operator", address + "/welcome/" + code));
        }
    }

    private StreamsSettings streams(EngineAddresses engines) {
        var checkpoints = options.data().resolve("flink");
        return new StreamsSettings(engines.kafkaBootstrap(), engines.redisUrl(), checkpoints, PARALLELISM);
    }

    private <P extends AutoCloseable> P timed(String key, Callable<P> starting) throws Exception {
        var name = console.words().say(key);
        var started = System.nanoTime();
        var part = house.open(name, starting);
        console.step(name, Duration.ofNanos(System.nanoTime() - started));
        return part;
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void done(String step, Duration took) {
                console.step(step, took);
            }

            @Override
            public void lost(String engine) {
                console.say("lost", engine, logs(options));
                System.exit(1);
            }
        };
    }

    private static Path logs(Options options) {
        return options.data().resolve("logs");
    }
}
