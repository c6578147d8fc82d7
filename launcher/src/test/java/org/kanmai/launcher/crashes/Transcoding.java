package org.kanmai.launcher.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.kanmai.launcher.Caller;

/** A film that is being transcoded when the server dies, and the work that waits for it. */
final class Transcoding {
    private final Caller creator;
    private final String film;
    private final String work;

    Transcoding(Caller creator, byte[] film) {
        this.creator = creator;
        this.film = creator.upload(film);
        this.work = creator.post("/api/works", "{\"upload\": \"%s\", \"title\": \"Unfinished\"}".formatted(this.film))
                .must(201)
                .json()
                .path("id")
                .asString();
    }

    void awaitUnderWay() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> creator.state(film), "transcoding"::equals);
    }

    /** The job is taken again, and its end is told once: the work has one review. */
    void becomesReadyOnce(Caller operator) {
        creator.awaitReady(film);
        assertThat(state()).isEqualTo("reviewing");
        var reviews = operator.get("/api/reviews?state=open&kind=work&limit=50")
                .must(200)
                .json();
        assertThat(reviews.path("items").valueStream())
                .filteredOn(review -> review.at("/subject/id").asString().equals(work))
                .hasSize(1);
    }

    private String state() {
        return creator.get("/api/me/works/" + work)
                .must(200)
                .json()
                .path("state")
                .asString();
    }
}
