package org.kanmai.simulator.crowd;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.kanmai.simulator.town.world.Dice;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser: a cookie jar of its own, and patience when the server says that it is busy. */
final class Browser {
    private static final int ATTEMPTS = 6;
    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Server server;
    private final Shift shift;
    private final Counts counts;
    private final Dice jitter;
    private final Jar jar = new Jar();

    Browser(Server server, Shift shift, Counts counts, Dice jitter) {
        this.server = server;
        this.shift = shift;
        this.counts = counts;
        this.jitter = jitter;
    }

    /** Asks for a page of the feed, once. */
    Answer greet() throws InterruptedException {
        return once(this::feed, counts.pageLatencies());
    }

    /** Asks for a page of the feed. */
    Answer page() throws InterruptedException {
        return patiently(this::feed, counts.pageLatencies());
    }

    private HttpRequest.Builder feed() {
        return server.request("/api/feed?count=" + Page.COUNT).GET();
    }

    /** Tells reports. */
    Answer tell(List<Report> reports) throws InterruptedException {
        var facts = reports.stream().map(Report::json).toList();
        var body = JsonMapper.shared().writeValueAsString(Map.of("facts", facts));
        return patiently(
                () -> server.request("/api/facts")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                counts.reportLatencies());
    }

    /** Asks what may be agreed to, and agrees that what is watched may be used to recommend. */
    Answer agree() throws InterruptedException {
        patiently(() -> server.request("/api/me/consents").GET(), new Latencies());
        return patiently(
                () -> {
                    var request = server.request("/api/me/consents/behaviour")
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString("{\"given\":true}"));
                    jar.prove(request);
                    return request;
                },
                new Latencies());
    }

    private Answer patiently(Question question, Latencies latencies) throws InterruptedException {
        var answer = once(question, latencies);
        for (int attempt = 1; attempt < ATTEMPTS && answer.isLater() && !shift.isOver(); attempt++) {
            shift.pass(waitMillis(answer, attempt));
            answer = once(question, latencies);
        }
        return answer;
    }

    private Answer once(Question question, Latencies latencies) throws InterruptedException {
        var request = question.request();
        jar.give(request);
        var response = server.send(request.build(), latencies);
        response.ifPresent(jar::keep);
        var answer = response.map(Answer::of).orElse(Answer.NONE);
        counts.answered(answer);
        return answer;
    }

    /** What the server asks for, else twice as long each time; never all at the same moment. */
    private long waitMillis(Answer answer, int attempt) {
        long least = answer.retryAfterSeconds().isPresent()
                ? 1_000 * Math.min(answer.retryAfterSeconds().getAsLong(), LONGEST_WAIT_SECONDS)
                : FIRST_WAIT_MILLIS << (attempt - 1);
        return least + (long) (FIRST_WAIT_MILLIS * jitter.share());
    }

    /** A request can be sent once: each attempt makes its own. */
    private interface Question {
        HttpRequest.Builder request();
    }
}
