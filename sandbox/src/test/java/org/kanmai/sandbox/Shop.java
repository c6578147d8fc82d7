package org.kanmai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.kanmai.sandbox.keys.KeyFolder;
import org.kanmai.sandbox.keys.Message;
import org.kanmai.sandbox.keys.Pem;
import tools.jackson.databind.json.JsonMapper;

/** A shop that receives notifications, checks their signatures, and answers with whatever status a test wants. */
final class Shop implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Path keys;
    private volatile ToIntFunction<Told> answering = notification -> 204;

    Shop(Path keys) throws IOException {
        this.keys = keys;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/told", this::hear);
        server.start();
    }

    /** Answers every notification from now on with the status that this returns. */
    void answers(ToIntFunction<Told> status) {
        answering = status;
    }

    URI notifyUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/told?by=sandbox");
    }

    List<Told> told(String payment) {
        return told.stream().filter(one -> one.payment().equals(payment)).toList();
    }

    List<String> kinds(String payment) {
        return told(payment).stream().map(Told::kind).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var notification = read(exchange);
            told.add(notification);
            exchange.sendResponseHeaders(answering.applyAsInt(notification), -1);
        }
    }

    private Told read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        var timestamp = String.valueOf(headers.getFirst("Pay-Timestamp"));
        var message = new Message(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                timestamp,
                String.valueOf(headers.getFirst("Pay-Nonce")),
                body);
        boolean signed = message.isSignedBy(provider(), String.valueOf(headers.getFirst("Pay-Signature")));
        return new Told(JSON.readTree(body), Instant.ofEpochSecond(Long.parseLong(timestamp)), signed);
    }

    private PublicKey provider() throws IOException {
        try {
            return Pem.readPublic(keys.resolve(KeyFolder.PROVIDER_PUBLIC));
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
