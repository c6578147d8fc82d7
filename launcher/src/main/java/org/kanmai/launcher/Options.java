package org.kanmai.launcher;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.kanmai.engines.StartRefused;

/**
 * What the command line asks for.
 *
 * @param listen the address on which the web pages are served, loopback by default
 * @param tiny a demo world of a few works, for tests and slow machines
 * @param training starts, answers a few requests and stops, so that the JVM learns what starting takes
 */
record Options(Kind kind, InetAddress listen, int port, Path data, boolean tiny, boolean training) {
    private static final int DEFAULT_PORT = 8080;
    static final int LAST_PORT = 65_535;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    static Options parse(List<String> arguments, Words words) {
        var left = new ArrayDeque<>(arguments);
        var kind = kind(left, words);
        var listen = LOOPBACK;
        var port = DEFAULT_PORT;
        var data = Path.of("data");
        var tiny = false;
        var training = false;
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            switch (option) {
                case "--listen" -> listen = address(value(option, left, words), words);
                case "--port" -> port = port(value(option, left, words), words);
                case "--data" -> data = Path.of(value(option, left, words));
                case "--tiny" -> tiny = true;
                case "--training" -> training = true;
                default -> throw new StartRefused(words.say("option.unknown", option));
            }
        }
        return new Options(kind, listen, port, data.toAbsolutePath().normalize(), tiny, training);
    }

    private static Kind kind(Deque<String> left, Words words) {
        return switch (left.isEmpty() ? "" : left.removeFirst()) {
            case "run" -> Kind.REAL;
            case "demo" -> Kind.DEMO;
            default -> throw new StartRefused(words.say("option.verb"));
        };
    }

    private static String value(String option, Deque<String> left, Words words) {
        if (left.isEmpty() || left.getFirst().isBlank()) {
            throw new StartRefused(words.say("option.value", option));
        }
        return left.removeFirst();
    }

    /** Takes addresses and no names: what a name means can change, and whom the pages are open to must not. */
    private static InetAddress address(String text, Words words) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(words.say("option.listen", text), e);
        }
    }

    private static int port(String text, Words words) {
        if (text.matches("[0-9]{1,5}")) {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= LAST_PORT) {
                return port;
            }
        }
        throw new StartRefused(words.say("option.port", text));
    }

    /** Returns where a browser on this machine finds the pages. */
    URI address() {
        return address(port);
    }

    /** Returns where a browser on this machine finds what answers on another port of the same address. */
    URI address(int otherPort) {
        return URI.create("http://" + (isLocal() ? "localhost" : bracketed()) + ":" + otherPort);
    }

    /** Returns the port of the payment sandbox, one above that of the pages; there is none above the last. */
    int sandboxPort() {
        return port + 1;
    }

    private boolean isLocal() {
        return listen.isAnyLocalAddress() || listen.isLoopbackAddress();
    }

    private String bracketed() {
        var text = listen.getHostAddress();
        return listen instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
