package org.kanmai.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.engines.StartRefused;

/** What can be refused before any engine starts and any log is opened. */
final class Checks {
    private static final int JAVA = 25;

    private Checks() {}

    static void java(Words words) {
        if (Runtime.version().feature() < JAVA) {
            throw new StartRefused(words.say("java", Runtime.version().toString()));
        }
    }

    static void beforeAnythingIsTouched(Options options, Words words) {
        new World(options.data(), words).refuseOther(options.kind());
        port(options, words);
        if (PaymentSandbox.isOn(options, System.getenv())) {
            sandboxPort(options, words);
        }
        Engines.check(EnginesSettings.from(options.data(), System.getenv()));
    }

    private static void port(Options options, Words words) {
        try {
            take(options, options.port());
        } catch (IOException e) {
            throw new StartRefused(busy(options, words), e);
        }
    }

    private static String busy(Options options, Words words) {
        return isOurs(options)
                ? words.say("port.busy", Integer.toString(options.port()))
                : words.say("listen.foreign", options.listen().getHostAddress());
    }

    static void sandboxPort(Options options, Words words) {
        var port = Integer.toString(options.sandboxPort());
        if (options.sandboxPort() > Options.LAST_PORT) {
            throw new StartRefused(words.say("sandbox.none", Integer.toString(options.port())));
        }
        try {
            take(options, options.sandboxPort());
        } catch (IOException e) {
            throw new StartRefused(words.say("sandbox.busy", port), e);
        }
    }

    private static void take(Options options, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(options.listen(), port));
        }
    }

    private static boolean isOurs(Options options) {
        try {
            take(options, 0);
            return true;
        } catch (IOException foreign) {
            return false;
        }
    }
}
