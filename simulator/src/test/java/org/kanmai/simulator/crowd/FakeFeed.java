package org.kanmai.simulator.crowd;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server with a feed and a gate for facts, as strict as Kanmai's, that writes down what breaks the rules. */
final class FakeFeed implements AutoCloseable {
    private static final Set<String> WATCHED =
            Set.of("kind", "token", "sequence", "watchedMillis", "playedMillis", "positionMillis", "loops", "ended");

    final List<String> broken = new ArrayList<>();
    final List<JsonNode> facts = new ArrayList<>();
    final Set<String> agreed = new HashSet<>();
    final Set<String> visitors = new HashSet<>();
    int busyAnswers;
    int pages;
    boolean refusing;
    private final Map<String, Given> given = new HashMap<>();
    private final Time time;
    private final HttpServer server;

    /** An item that was given to somebody. */
    private static final class Given {
        private final String visitor;
        private final long atMillis;
        private final int durationMillis;
        private boolean exposed;
        private int sequence;
        private int watchedMillis;

        Given(String visitor, long atMillis, int durationMillis) {
            this.visitor = visitor;
            this.atMillis = atMillis;
            this.durationMillis = durationMillis;
        }
    }

    FakeFeed(Time time) {
        this.time = time;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (busyAnswers > 0) {
                busyAnswers--;
                exchange.getResponseHeaders().add("Retry-After", "7");
                answer(exchange, 503, Map.of("type", "/problems/unavailable"));
                return;
            }
            var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            switch (call) {
                case "GET /api/feed?count=6" -> answer(exchange, 200, page(visitor(exchange)));
                case "GET /api/me/consents" -> {
                    exchange.getResponseHeaders().add("Set-Cookie", "kanmai_csrf=t; Path=/");
                    answer(exchange, 200, Map.of("visitor", visitor(exchange)));
                }
                case "PUT /api/me/consents/behaviour" -> {
                    note("t".equals(exchange.getRequestHeaders().getFirst("X-CSRF")), "no proof of the page");
                    agreed.add(visitor(exchange));
                    answer(exchange, 200, Map.of());
                }
                case "POST /api/facts" ->
                    answer(exchange, 200, take(JsonMapper.shared().readTree(body), visitor(exchange)));
                default -> broken.add(call);
            }
        }
    }

    private String visitor(HttpExchange exchange) {
        var cookie = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"));
        if (cookie.isEmpty()) {
            var visitor = "kanmai_visitor=v" + visitors.size();
            exchange.getResponseHeaders().add("Set-Cookie", visitor + "; Path=/; HttpOnly");
            visitors.add(visitor);
            return visitor;
        }
        var visitor = cookie.get().replaceAll("(^|; )kanmai_csrf=t(; |$)", "");
        note(visitors.contains(visitor), "foreign cookie " + visitor);
        return visitor;
    }

    private Map<String, Object> page(String visitor) {
        int page = pages++;
        return Map.of(
                "page",
                "p" + page,
                "signature",
                "s",
                "items",
                IntStream.range(0, 6)
                        .mapToObj(place -> given(page, place, visitor))
                        .toList());
    }

    private Map<String, Object> given(int page, int place, String visitor) {
        var item = item("token-" + page + "-" + place);
        given.put(item.token(), new Given(visitor, time.millis(), item.durationMillis()));
        var work = Map.of("id", item.work(), "scene", item.scene(), "durationMillis", item.durationMillis());
        return Map.of("token", item.token(), "work", work);
    }

    /** Returns the item that such a token proves. */
    static Page.Item item(String token) {
        var parts = token.split("-", -1);
        int work = 6 * Integer.parseInt(parts[1]) + Integer.parseInt(parts[2]);
        return new Page.Item(token, "" + work, "s" + work % 5, 3_000 + work * 977 % 60_000);
    }

    private Map<String, Object> take(JsonNode batch, String visitor) {
        var refused = new ArrayList<Map<String, Object>>();
        note(Set.copyOf(batch.propertyNames()).equals(Set.of("facts")), "batch " + batch);
        for (var fact : batch.path("facts")) {
            check(fact, visitor);
            if (refusing) {
                refused.add(Map.of("index", refused.size(), "reason", "expired"));
            }
            facts.add(fact);
        }
        return Map.of("accepted", batch.path("facts").size() - refused.size(), "refused", refused);
    }

    private void check(JsonNode fact, String visitor) {
        var item = given.get(fact.path("token").asString(""));
        if (item == null || !item.visitor.equals(visitor)) {
            broken.add("token " + fact);
            return;
        }
        if (fact.path("kind").asString("").equals("exposed")) {
            note(Set.copyOf(fact.propertyNames()).equals(Set.of("kind", "token")), "fields " + fact);
            note(!item.exposed, "exposed twice " + fact);
            note(time.millis() - item.atMillis >= 1_000, "too early " + fact);
            item.exposed = true;
            return;
        }
        watched(fact, item);
    }

    private void watched(JsonNode fact, Given item) {
        int watched = fact.path("watchedMillis").asInt();
        note(Set.copyOf(fact.propertyNames()).equals(WATCHED), "fields " + fact);
        note(item.exposed, "not exposed " + fact);
        note(fact.path("sequence").asInt() == item.sequence + 1, "sequence " + fact);
        note(watched >= item.watchedMillis, "less " + fact);
        note(watched <= time.millis() - item.atMillis, "more than passed " + fact);
        note(fact.path("positionMillis").asInt() <= item.durationMillis, "beyond " + fact);
        note((long) fact.path("loops").asInt() * item.durationMillis <= watched, "loops " + fact);
        item.sequence++;
        item.watchedMillis = watched;
    }

    private void note(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
