package org.kanmai.launcher.crashes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Stall;

/** Somebody who orders again and again, and pays every second order on the provider's page. */
final class Buying extends Work {
    static final String PAID = "paid";
    /** An order that nobody pays waits for a quarter of an hour. */
    static final List<String> UNPAID = List.of("placed", "closed");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private Caller buyer;
    private final Stall stall;
    private final String address;
    private final Map<String, String> ends = new TreeMap<>();
    private String key = UUID.randomUUID().toString();

    Buying(URI site, Stall stall) {
        this.buyer = Caller.signedUp(site, "bella", "");
        this.stall = stall;
        this.address =
                buyer.post("/api/me/addresses", """
                {"recipient": "Bella", "phone": "13800138000", "region": "Hangzhou", "street": "1 Tea Road", "standard": true}""").must(201).json().path("id").asString();
    }

    /** In which state each order must end: {@code paid} or {@code placed}. */
    synchronized Map<String, String> ends() {
        return new TreeMap<>(ends);
    }

    /** Goes on at another process, where the same account is known. */
    void movesTo(URI other) {
        buyer = buyer.at(other);
    }

    /** Waits until each order is in a state in which it may end. */
    void endsWell() {
        ends().forEach((order, end) -> await().atMost(Duration.ofSeconds(60))
                .until(() -> end.equals(PAID) ? state(order).equals(end) : UNPAID.contains(state(order))));
    }

    String state(String order) {
        return buyer.get("/api/me/orders/" + order)
                .must(200)
                .json()
                .path("state")
                .asString();
    }

    /** The wish keeps its key until all of it is done, so that what died half-way is asked for again as the same wish. */
    @Override
    void step() {
        var quote = buyer.post("/api/quotes", "{\"lines\": [%s]}".formatted(line()))
                .must(200)
                .json()
                .path("id")
                .asString();
        var placed = buyer.post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [%s], "address": "%s", "provider": "sandbox"}""".formatted(key, quote, line(), address))
                .must(201)
                .json();
        var order = placed.at("/items/0/id").asString();
        boolean pays = ends.size() % 2 == 0;
        if (pays) {
            pay(placed.at("/payment/page").asString(null));
        }
        done(order, pays ? PAID : "placed");
    }

    private synchronized void done(String order, String end) {
        ends.put(order, end);
        key = UUID.randomUUID().toString();
    }

    private String line() {
        return "{\"sku\": \"%s\", \"units\": 1}".formatted(stall.sku());
    }

    /** Without a page there is nothing left to pay: it was paid before the death. */
    private void pay(@Nullable String page) {
        if (page == null) {
            return;
        }
        var form = HttpRequest.newBuilder(URI.create(page))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("action=pay"))
                .build();
        try {
            var answer = http.send(form, BodyHandlers.ofString());
            if (answer.statusCode() != 303) {
                throw new AssertionError(answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    void settle() {
        step();
    }
}
