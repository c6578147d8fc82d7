package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.Clips;
import org.kanmai.launcher.RunningKanmai;

/** One running product, from the first start of an empty house on, and one browser, for all journeys. */
final class Town implements AutoCloseable {
    static final String OPERATOR = "lin";

    private final Chromium chromium;
    private final RunningKanmai kanmai;
    private final String invitation;
    private final Caller operator;
    private final Cast cast;
    private @Nullable String film;

    private Town(Chromium chromium, RunningKanmai kanmai) throws Exception {
        this.chromium = chromium;
        this.kanmai = kanmai;
        this.invitation = kanmai.invitation();
        moveIn();
        this.operator = Caller.signedIn(kanmai.address(), OPERATOR);
        this.cast = gathered();
    }

    static Town start() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "town-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        // What takes a carrier an hour takes it a tenth of a second here.
        var sandbox = Map.of("KANMAI_PAYMENT_SANDBOX", "on", "KANMAI_TRADE_SANDBOXCARRIER_HOUR", "100ms");
        return new Town(
                Chromium.start(), RunningKanmai.start(folder.resolve("data"), RunningKanmai.freePort(), sandbox));
    }

    /** The console's link makes the first operator. */
    private void moveIn() {
        try (var lin = phone().signUp(invitation, OPERATOR)) {
            assertThat(lin.page().url()).endsWith("/operator/reviews");
            assertThat(lin.api("/api/me").path("roles").valueStream().map(role -> role.asString()))
                    .contains("operator");
            lin.hasNoComplaints();
        }
    }

    /** Two kinds of works, so many that nobody runs out of them, by creators enough for a page. */
    private Cast gathered() throws Exception {
        var gathered = Cast.gather(kanmai.address(), 6, Clips.film(180, 320, 2));
        gathered.publish(operator, "tea", 36, ", \"downloadable\": true");
        gathered.publish(operator, "coffee", 36, "");
        return gathered;
    }

    /** Under the name that the console shows: a provider's page opens in a frame of that site and of no other. */
    URI address() {
        return URI.create("http://localhost:" + kanmai.address().getPort());
    }

    /** The path of the link that made the first operator. */
    String invitation() {
        return invitation;
    }

    Caller operator() {
        return operator;
    }

    /** Opens the market once, for all journeys that need one; returns the id of its film. */
    String market() throws IOException, InterruptedException {
        if (film == null) {
            film = new Market(this).open();
        }
        return film;
    }

    List<Caller> creators() {
        return cast.creators();
    }

    Visit phone() {
        return Visit.phone(chromium, address());
    }

    Visit desktop() {
        return Visit.desktop(chromium, address());
    }

    /** Approves whatever waits, once something does. */
    void approve() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !waiting().isEmpty());
        emptyQueue();
    }

    /** Approves whatever waits, so that an operator sees the queue become empty. */
    void emptyQueue() {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            waiting.forEach(review -> operator.post("/api/reviews/" + review + "/decision", "{\"approve\": true}")
                    .must(200));
        }
    }

    private List<String> waiting() {
        return operator.get("/api/reviews")
                .must(200)
                .json()
                .path("items")
                .valueStream()
                .map(review -> review.path("id").asString())
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
        try {
            kanmai.stop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        assertThat(kanmai.said()).last().isEqualTo("Stopped.");
    }
}
