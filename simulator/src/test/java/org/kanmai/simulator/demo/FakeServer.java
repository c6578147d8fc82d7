package org.kanmai.simulator.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that keeps the agreed API in memory: people, uploads, works, reviews, comments, likes and follows. */
final class FakeServer implements AutoCloseable {

    static final String INVITATION = "first-operator";

    final Map<String, String> passwords = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> works = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> imported = new LinkedHashMap<>();
    final Map<String, JsonNode> settled = new LinkedHashMap<>();
    final Map<String, JsonNode> past = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> comments = new LinkedHashMap<>();
    final Map<String, Long> uploads = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> products = new LinkedHashMap<>();
    final List<String> shops = new ArrayList<>();
    final List<String> priorities = new ArrayList<>();
    final List<String> likes = new ArrayList<>();
    final List<String> follows = new ArrayList<>();
    final List<String> roles = new ArrayList<>();
    int partsToBreak;
    int callsToSlowDown;
    private final HttpServer server;
    private long lastId = 100;

    FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    Map<String, Object> work(String id) {
        return works.getOrDefault(id, Map.of());
    }

    private Map<String, Object> product(String id) {
        return products.getOrDefault(id, new LinkedHashMap<>());
    }

    static String field(Map<String, Object> record, String name) {
        return record.getOrDefault(name, "").toString();
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
            var bytes = exchange.getRequestBody().readAllBytes();
            var cookies = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                    .orElse("");
            var method = exchange.getRequestMethod();
            if (!cookies.contains("kanmai_csrf=")) {
                exchange.getResponseHeaders().add("Set-Cookie", "kanmai_csrf=token; Path=/");
            }
            if (!method.equals("GET")
                    && !"token".equals(exchange.getRequestHeaders().getFirst("X-CSRF"))) {
                answer(exchange, 403, Map.of("type", "/problems/forbidden"));
                return;
            }
            if (callsToSlowDown > 0) {
                callsToSlowDown--;
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 429, Map.of("type", "/problems/too-many-attempts"));
                return;
            }
            route(
                    exchange,
                    method,
                    exchange.getRequestURI().getPath().substring(4).split("/"),
                    bytes,
                    who(cookies));
        }
    }

    private void route(HttpExchange exchange, String method, String[] path, byte[] bytes, String who)
            throws IOException {
        var call = method + " " + path[1];
        switch (call) {
            case "GET me" -> {
                if (path.length == 2) {
                    answer(exchange, 200, me(who));
                } else if (path[2].equals("products")) {
                    answer(
                            exchange,
                            200,
                            list(products.values().stream()
                                    .filter(product -> field(product, "creator").equals(who))));
                } else if (path.length == 4) {
                    answer(exchange, 200, works.getOrDefault(path[3], Map.of()));
                } else {
                    answer(
                            exchange,
                            200,
                            list(Stream.concat(works.values().stream(), imported.values().stream())
                                    .filter(work -> field(work, "creator").equals(who))));
                }
            }
            case "POST people" -> signUp(exchange, json(bytes));
            case "POST session" -> signIn(exchange, json(bytes));
            case "PATCH me", "PUT me" -> changed(exchange, path, bytes, who);
            case "POST me" -> {
                product(path[3]).put("state", "reviewing");
                answer(exchange, 200, Map.of());
            }
            case "POST shops" -> {
                boolean first = !shops.contains(who);
                shops.add(who);
                answer(exchange, first ? 201 : 409, Map.of());
            }
            case "POST products" -> {
                var id = nextId();
                products.put(
                        id,
                        new LinkedHashMap<>(Map.of(
                                "id",
                                id,
                                "creator",
                                who,
                                "title",
                                json(bytes).path("title").asString(),
                                "skus",
                                json(bytes)
                                        .path("skus")
                                        .valueStream()
                                        .map(sku -> Map.of("id", nextId()))
                                        .toList())));
                answer(exchange, 201, Map.of("id", id));
            }
            case "POST role-requests" -> {
                if (path.length == 2) {
                    roles.add(json(bytes).path("handle").asString() + " "
                            + json(bytes).path("role").asString());
                }
                answer(exchange, 201, Map.of("id", "1"));
            }
            case "PUT people" -> note(exchange, follows, who + " follows " + path[2]);
            case "POST uploads" -> {
                priorities.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Priority")));
                var id = nextId();
                uploads.put(id, 0L);
                answer(exchange, 201, Map.of("id", id, "offset", 0));
            }
            case "PATCH uploads" -> part(exchange, path[2], bytes);
            case "GET uploads" -> answer(exchange, 200, Map.of("id", path[2], "offset", uploads.get(path[2])));
            case "POST imports" -> takeThePast(exchange, path[3], json(bytes));
            case "GET imports" -> answer(exchange, past.containsKey(path[4]) ? 200 : 404, Map.of());
            case "POST works" -> {
                if (path[path.length - 1].equals("import")) {
                    takeWorks(exchange, json(bytes));
                    return;
                }
                if (path.length == 2) {
                    create(exchange, json(bytes), who);
                } else {
                    comment(exchange, path[2], json(bytes), who);
                }
            }
            case "GET works" -> {
                if (path.length == 4) {
                    answer(exchange, 200, list(comments.getOrDefault(path[2], List.of()).stream()));
                } else {
                    var published = field(work(path[2]), "state").equals("published");
                    answer(
                            exchange,
                            published ? 200 : 404,
                            Map.of(
                                    "durationMillis",
                                    9_000,
                                    "media",
                                    Map.of("hls", "/media/film-" + path[2] + "/master.m3u8")));
                }
            }
            case "PUT works" -> note(exchange, likes, who + " " + path[3] + "s " + path[2]);
            case "PUT comments" -> note(exchange, likes, who + " likes comment " + path[2]);
            case "GET reviews" ->
                answer(
                        exchange,
                        200,
                        list(Stream.concat(works.values().stream(), products.values().stream())
                                .filter(work -> field(work, "state").equals("reviewing"))
                                .map(work -> Map.<String, Object>of(
                                        "id",
                                        work.get("id"),
                                        "subject",
                                        Map.of("kind", "work", "id", work.get("id"))))));
            case "POST reviews" -> {
                (works.containsKey(path[2]) ? work(path[2]) : product(path[2]))
                        .put("state", who.equals("olga") ? "published" : "rejected");
                answer(exchange, 200, Map.of());
            }
            default -> answer(exchange, 404, Map.of("type", "/problems/not-found"));
        }
    }

    private void takeWorks(HttpExchange exchange, JsonNode form) throws IOException {
        for (var work : form.path("works")) {
            var id = nextId();
            imported.put(
                    id,
                    Map.of(
                            "id",
                            id,
                            "creator",
                            work.path("creator").asString().substring("id of ".length()),
                            "title",
                            work.path("title").asString(),
                            "media",
                            work.path("media").asString(),
                            "publishedAt",
                            work.path("publishedAt").asString()));
        }
        answer(exchange, 200, Map.of("imported", form.path("works").size(), "refused", List.of()));
    }

    private void takeThePast(HttpExchange exchange, String what, JsonNode form) throws IOException {
        if (what.equals("pages")) {
            past.putIfAbsent(form.path("key").asString(), form.path("pages"));
            answer(exchange, 200, Map.of());
            return;
        }
        form.path("people").forEach(person -> settled.put(person.path("handle").asString(), person));
        answer(
                exchange,
                200,
                Map.of(
                        "people",
                        form.path("people")
                                .valueStream()
                                .map(person -> Map.of(
                                        "id", "id of " + person.path("handle").asString()))
                                .toList()));
    }

    private void changed(HttpExchange exchange, String[] path, byte[] bytes, String who) throws IOException {
        if (path.length == 5 && path[2].equals("works")) {
            works.computeIfPresent(path[3], (id, work) -> {
                work.put("products", json(bytes).path("products").size());
                return work;
            });
        }
        answer(exchange, 200, me(who));
    }

    private void signUp(HttpExchange exchange, JsonNode form) throws IOException {
        var handle = form.path("handle").asString();
        if (passwords.containsKey(handle)) {
            answer(exchange, 409, Map.of("type", "/problems/handle-taken"));
            return;
        }
        if (handle.equals("olga") && !form.path("invitation").asString("").equals(INVITATION)) {
            answer(exchange, 403, Map.of("type", "/problems/forbidden"));
            return;
        }
        passwords.put(handle, form.path("password").asString());
        enter(exchange, handle, 201);
    }

    private void signIn(HttpExchange exchange, JsonNode form) throws IOException {
        var handle = form.path("handle").asString();
        if (form.path("password").asString().equals(passwords.get(handle))) {
            enter(exchange, handle, 200);
            return;
        }
        answer(exchange, 401, Map.of("type", "/problems/wrong-credentials"));
    }

    private static void enter(HttpExchange exchange, String handle, int status) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "kanmai_session=" + handle + "; HttpOnly; Path=/");
        answer(exchange, status, me(handle));
    }

    private void part(HttpExchange exchange, String upload, byte[] bytes) throws IOException {
        var at = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
        if (partsToBreak > 0) {
            partsToBreak--;
            uploads.put(upload, at + bytes.length / 2);
            answer(exchange, 409, Map.of("offset", at + bytes.length / 2));
            return;
        }
        uploads.put(upload, at + bytes.length);
        answer(exchange, 204, Map.of());
    }

    private void create(HttpExchange exchange, JsonNode form, String who) throws IOException {
        var id = nextId();
        works.put(
                id,
                new LinkedHashMap<>(Map.of(
                        "id",
                        id,
                        "creator",
                        who,
                        "title",
                        form.path("title").asString(),
                        "state",
                        "reviewing",
                        "upload",
                        form.path("upload").asString())));
        answer(exchange, 201, works.get(id));
    }

    private void comment(HttpExchange exchange, String work, JsonNode form, String who) throws IOException {
        Map<String, Object> comment = new LinkedHashMap<>(
                Map.of("id", nextId(), "author", who, "text", form.path("text").asString()));
        if (form.has("parent")) {
            comment.put("parent", form.path("parent").asString());
        }
        comments.computeIfAbsent(work, key -> new ArrayList<>()).add(comment);
        answer(exchange, 201, comment);
    }

    private static void note(HttpExchange exchange, List<String> notes, String note) throws IOException {
        if (!notes.contains(note)) {
            notes.add(note);
        }
        answer(exchange, 200, Map.of());
    }

    private static Map<String, Object> me(String who) {
        return who.isEmpty()
                ? Map.of("roles", List.of())
                : Map.of("person", Map.of("handle", who, "id", "id of " + who), "roles", List.of("viewer", "creator"));
    }

    private static Map<String, Object> list(Stream<Map<String, Object>> items) {
        return Map.of("items", items.toList());
    }

    private String nextId() {
        return Long.toString(++lastId);
    }

    private static String who(String cookies) {
        return Stream.of(cookies.split("; ", -1))
                .filter(cookie -> cookie.startsWith("kanmai_session="))
                .map(cookie -> cookie.substring("kanmai_session=".length()))
                .findFirst()
                .orElse("");
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
