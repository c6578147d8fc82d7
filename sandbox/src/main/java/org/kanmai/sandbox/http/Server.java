package org.kanmai.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's HTTP server on virtual threads, with a bound on everything that a caller can make large or slow. */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_REQUESTS = 64;
    private static final int MOST_WAITING = 128;
    private static final int ENDING_SECONDS = 2;

    /** The JDK's server reads these bounds only here: seconds for a request and its answer, connections, bytes of a header. */
    private static final Map<String, String> BOUNDS = Map.of(
            "sun.net.httpserver.maxReqTime", "20",
            "sun.net.httpserver.maxRspTime", "60",
            "sun.net.httpserver.nodelay", "true",
            "jdk.httpserver.maxConnections", "256",
            "sun.net.httpserver.maxReqHeaderSize", "32768");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST_REQUESTS);

    private Server(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Takes the port; 0 takes a free one. Callers wait until {@link #serve}. */
    public static Server open(InetAddress listen, int port) {
        BOUNDS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
        try {
            var server = HttpServer.create(new InetSocketAddress(listen, port), MOST_WAITING);
            return new Server(server, Executors.newVirtualThreadPerTaskExecutor());
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " of " + listen.getHostAddress(), e);
        }
    }

    /** Returns the port that was taken. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers from now on. */
    public void serve(Handler handler) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange, handler));
        server.start();
    }

    @Override
    public void close() {
        server.stop(ENDING_SECONDS);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            if (!places.tryAcquire()) {
                send(exchange, Answer.refusal(new Refusal(503, "busy", "Too many requests at once.")));
                return;
            }
            try {
                send(exchange, answer(exchange, handler));
            } finally {
                places.release();
            }
        }
    }

    private static Answer answer(HttpExchange exchange, Handler handler) throws IOException {
        try {
            return handler.answer(read(exchange));
        } catch (Refusal refusal) {
            return Answer.refusal(refusal);
        } catch (RuntimeException failure) {
            log.error("sandbox.request failed", failure);
            return Answer.refusal(new Refusal(500, "failed", "The sandbox failed; its log says why."));
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Refusal(413, "too-large", "A body has at most " + MOST_BYTES + " bytes.");
        }
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        answer.headers().forEach(headers::set);
        exchange.sendResponseHeaders(answer.status(), answer.length());
        try (var out = exchange.getResponseBody()) {
            answer.body().write(out);
        }
    }
}
