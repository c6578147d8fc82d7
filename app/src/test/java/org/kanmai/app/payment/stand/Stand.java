package org.kanmai.app.payment.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's side of the wire, in this process, on 127.0.0.1; it ends with the process. */
public abstract class Stand {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    protected Stand() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    /** A request as it came. */
    public record Asked(String method, URI uri, Map<String, String> headers, String body) {
        /** Returns a header by its name in small letters. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** Returns the body as a form. */
        public Map<String, String> form() {
            return Stand.form(body);
        }
    }

    /** What is answered. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Said(int status, Map<String, String> headers, byte[] body) {
        /** Returns JSON. */
        public static Said json(int status, String body) {
            return new Said(status, Map.of("Content-Type", "application/json"), body.getBytes(UTF_8));
        }
    }

    protected abstract Said answer(Asked asked);

    /** Returns where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns what it was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Reads a form, or a query. */
    public static Map<String, String> form(String text) {
        var form = new TreeMap<String, String>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return form;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
            asked.add(request);
            var said = answer(request);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(said.status(), said.body().length == 0 ? -1 : said.body().length);
            exchange.getResponseBody().write(said.body());
        }
    }
}
