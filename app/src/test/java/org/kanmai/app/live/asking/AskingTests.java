package org.kanmai.app.live.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Ear;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a host asks everybody, one vote a person; and what they ask the host, those first that most want to know. */
@KanmaiTest
@Tag("CP-22")
class AskingTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final TestClock clock;
    private final int port;

    AskingTests(Stage stage, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.clock = clock;
        this.port = port;
    }

    private Browser viewer(String name) {
        return Browser.of(port, Cast.handle(name));
    }

    private static Answer poll(Open open, String options, int seconds) {
        return open.host().post(open.own("/polls"), """
                {"question": "Which next?", "options": [%s], "seconds": %d}""".formatted(options, seconds));
    }

    private static Answer vote(Browser somebody, Open open, int choice) {
        return somebody.put(open.here("/poll/vote"), "{\"choice\": %d}".formatted(choice));
    }

    @Test
    void aPersonHasOneVoteAndAllSeeHowTheyStand() {
        var open = stage.room(port, 9);
        var ear = Ear.in(open.room(), port);
        Street.must(201, poll(open, "\"Green\", \"Black\"", 600));
        assertThat(poll(open, "\"Green\", \"Black\"", 600).type()).endsWith("poll-runs");
        var anna = viewer("anna");
        assertThat(vote(anna, open, 1).status()).isEqualTo(204);
        assertThat(vote(anna, open, 0).type()).endsWith("voted");
        assertThat(vote(viewer("ben"), open, 2).status()).isEqualTo(422);
        await().atMost(PATIENCE).until(() -> ear.heard("\"poll\"", "\"votes\":1"));
        clock.forward(Duration.ofSeconds(601));
        assertThat(vote(viewer("carl"), open, 0).type()).endsWith("poll-over");
        await().atMost(PATIENCE).until(() -> ear.heard("\"poll\"", "\"over\":true", "\"votes\":1"));
        var kept = Street.must(200, anna.get(open.here("/polls"))).at("/items/0");
        assertThat(kept.at("/options/1/votes").asInt()).isEqualTo(1);
        assertThat(kept.at("/options/0/votes").asInt()).isZero();
    }

    @Test
    void aPollHasTwoToSixOptionsAndOnlyTheHostAsks() {
        var open = stage.room(port, 9);
        assertThat(poll(open, "\"Green\"", 60).status()).isEqualTo(422);
        assertThat(poll(open, "\"Green\", \"Green\"", 60).status()).isEqualTo(422);
        assertThat(poll(open, "\"Green\", \"Black\"", 9).status()).isEqualTo(422);
        assertThat(stage.room(port, 9).host().post(open.own("/polls"), """
                {"question": "Which?", "options": ["a", "b"], "seconds": 60}""").status())
                .isEqualTo(404);
    }

    private static Answer ask(Browser somebody, Open open, String text) {
        return somebody.post(open.here("/questions"), "{\"text\": \"%s\"}".formatted(text));
    }

    private static JsonNode asked(Open open) {
        return Street.must(200, open.host().get(open.here("/questions"))).path("items");
    }

    @Test
    void whatMostWantToKnowComesFirstUntilItIsAnswered() {
        var open = stage.room(port, 9);
        var anna = viewer("anna");
        var ben = viewer("ben");
        assertThat(ask(anna, open, "How fresh?").status()).isEqualTo(201);
        assertThat(ask(ben, open, "From where?").status()).isEqualTo(201);
        var second = asked(open).get(1).path("id").asString();
        var vote = open.here("/questions/" + second + "/vote");
        assertThat(anna.put(vote, "").status()).isEqualTo(204);
        assertThat(anna.put(vote, "").status()).isEqualTo(204);
        assertThat(asked(open).get(0).path("text").asString()).isEqualTo("From where?");
        assertThat(asked(open).get(0).path("votes").asInt()).isEqualTo(1);
        var ear = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("\"questions\"", "From where?"));
        var answered = open.own("/questions/" + second + "/answered");
        assertThat(ben.put(answered, "").status()).isEqualTo(404);
        assertThat(open.host().put(answered, "").status()).isEqualTo(204);
        assertThat(asked(open).get(1).path("answered").asBoolean()).isTrue();
        assertThat(open.host().delete(open.own("/questions/" + second), "").status())
                .isEqualTo(204);
        assertThat(asked(open).size()).isEqualTo(1);
    }

    @Test
    void aPersonHasThreeQuestionsThatWaitAtMost() {
        var open = stage.room(port, 9);
        var anna = viewer("anna");
        for (int number = 0; number < 3; number++) {
            assertThat(ask(anna, open, "And " + number + "?").status()).isEqualTo(201);
        }
        assertThat(ask(anna, open, "And?").type()).endsWith("questions-wait");
        assertThat(ask(anna, open, " ").status()).isEqualTo(422);
    }
}
