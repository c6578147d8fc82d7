package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kanmai.engines.EngineAddresses;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.streams.Streams;
import org.kanmai.streams.StreamsSettings;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product in this process: engines, application and streams on one folder. */
record Product(Engines running, ConfigurableApplicationContext application, Streams streams, String address)
        implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    static Product start(Kind kind, Path data, Map<String, Object> properties) throws Exception {
        int port = freePort();
        var running = Engines.start(EnginesSettings.embedded(data));
        var engines = running.addresses();
        var options = new Options(kind, InetAddress.getLoopbackAddress(), port, data, true, false);
        var health = new StreamsHealth();
        var application = Application.start(options, engines, properties, health, Optional.empty());
        var streams = Streams.start(
                new StreamsSettings(engines.kafkaBootstrap(), engines.redisUrl(), data.resolve("flink"), 1));
        health.watch(streams);
        return new Product(running, application, streams, "http://127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    EngineAddresses engines() {
        return running.addresses();
    }

    @Override
    public void close() {
        try (running;
                application) {
            streams.close();
        }
    }

    List<String> texts(String sql) throws SQLException {
        var at = engines().postgresql();
        try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    void change(String sql) throws SQLException {
        var at = engines().postgresql();
        try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Adds a film of eight seconds, as a finished transcoding leaves it in the tables. */
    void film(long media, long owner) throws SQLException {
        change("""
                insert into media.uploads (media, owner, size, received, state, priority, made_at, touched_at)
                values (%d, %d, 1000, 1000, 'ready', 'usual', now(), now())""".formatted(media, owner));
        change("""
                insert into media.packages (media, owner, width, height, duration_millis, covers, size, fingerprint,
                       observations, cpu_millis, packaged_at)
                values (%d, %d, 720, 1280, 8000, 3, 1000, '\\x0102030405060708', '[]', 1, now())""".formatted(media, owner));
    }

    void makeOperator(String handle) throws SQLException {
        change("insert into identity.role (person, role) select id, 'operator' from identity.person where handle = '"
                + handle + "'");
    }

    Session signedUp(String handle) throws Exception {
        var session = new Session();
        session.call("GET", "/api/me", "", "");
        session.call("POST", "/api/people", """
                {"handle": "%s", "name": "Somebody", "password": "%s", "consents": []}""".formatted(handle, PASSWORD), "");
        return session;
    }

    Session signedIn(String handle) throws Exception {
        var session = new Session();
        session.call("GET", "/api/me", "", "");
        session.call("POST", "/api/session", """
                {"handle": "%s", "password": "%s"}""".formatted(handle, PASSWORD), "");
        return session;
    }

    /** One browser's cookies. */
    final class Session {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final Map<String, String> everHad = new LinkedHashMap<>();

        String cookie(String name) {
            return everHad.getOrDefault(name, "no such cookie");
        }

        String call(String method, String path, String body, String token) throws Exception {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(Duration.ofSeconds(30))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json")
                    .header("X-CSRF", cookies.getOrDefault("kanmai_csrf", ""));
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            if (!token.isEmpty()) {
                request.header("Item-Token", token);
            }
            var answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::take);
            assertThat(answer.statusCode())
                    .as(method + " " + path + ": " + answer.body())
                    .isBetween(200, 299);
            return answer.body();
        }

        private void take(String set) {
            var pair = set.substring(0, set.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
                everHad.put(pair[0], pair[1]);
            }
        }
    }
}
