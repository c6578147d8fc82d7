package org.kanmai.app.live.talk;

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

/** How a room is talked in: slowly where its host says so, without words that are not wanted, kept by whom the host named. */
@KanmaiTest
@Tag("AX-11")
class MannerTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final TestClock clock;
    private final int port;

    MannerTests(Stage stage, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.clock = clock;
        this.port = port;
    }

    private static Answer say(Browser somebody, Open open, String text) {
        return somebody.post(open.here("/talk"), "{\"text\": \"%s\"}".formatted(text));
    }

    private static void rules(Open open, int seconds, String words) {
        assertThat(open.host()
                        .put(open.own("/manners"), "{\"slowSeconds\": %d, \"words\": [%s]}".formatted(seconds, words))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void slowModeHoldsForEverybodyButWhoKeepsOrder() {
        var open = stage.room(port, 9);
        rules(open, 300, "");
        var anna = Browser.of(port, Cast.handle("anna"));
        assertThat(say(anna, open, "one").status()).isEqualTo(202);
        assertThat(say(open.host(), open, "one").status()).isEqualTo(202);
        clock.forward(Duration.ofSeconds(10));
        assertThat(say(anna, open, "two").type()).endsWith("too-fast");
        assertThat(say(open.host(), open, "two").status()).isEqualTo(202);
        clock.forward(Duration.ofMinutes(5));
        assertThat(say(anna, open, "two").status()).isEqualTo(202);
        assertThat(open.host()
                        .put(open.own("/manners"), "{\"slowSeconds\": 301, \"words\": []}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void wordsThatTheHostDoesNotWantAreNotSaidHoweverTheyAreWritten() {
        var open = stage.room(port, 9);
        rules(open, 0, "\"scam\"");
        var anna = Browser.of(port, Cast.handle("anna"));
        assertThat(say(anna, open, "what a S C A M").status()).isEqualTo(422);
        assertThat(say(anna, open, "\uff33cam?").status()).isEqualTo(422);
        assertThat(say(anna, open, "fine").status()).isEqualTo(202);
        var elsewhere = stage.room(port, 9);
        clock.forward(Duration.ofSeconds(2));
        assertThat(say(anna, elsewhere, "scam").status()).isEqualTo(202);
    }

    @Test
    void whomTheHostNamedKeepsOrderUntilThatIsTakenBackAndAllOfItIsOnRecord() {
        var open = stage.room(port, 9);
        var handle = Cast.handle("mod");
        var moderator = Browser.of(port, handle);
        var loud = Cast.handle("loud");
        var other = Browser.of(port, loud);
        var mute = open.own("/muted/" + loud);
        assertThat(moderator.put(mute, "").status()).isEqualTo(404);
        assertThat(open.host().put("/api/me/moderators/" + handle, "").status()).isEqualTo(204);
        assertThat(Street.must(200, moderator.get(open.here("/part")))
                        .path("keeps")
                        .asBoolean())
                .isTrue();
        assertThat(moderator.put(mute, "").status()).isEqualTo(204);
        assertThat(say(other, open, "Hey").type()).endsWith("muted");
        assertThat(moderator.put(open.own("/pinned"), "{\"text\": \"Be kind\"}").status())
                .isEqualTo(204);
        var ear = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("\"pinned\"", "Be kind"));
        assertThat(open.host().put(open.own("/pinned"), "{\"text\": null}").status())
                .isEqualTo(204);
        await().atMost(PATIENCE).until(() -> ear.heard("\"pinned\":false"));
        assertThat(open.host().delete("/api/me/moderators/" + handle, "").status())
                .isEqualTo(204);
        assertThat(moderator.delete(mute, "").status()).isEqualTo(404);
        var deeds = Street.must(200, open.host().get("/api/me/room-deeds")).path("items");
        assertThat(deeds.findValuesAsString("kind"))
                .containsExactly("revoked", "unpinned", "pinned", "muted", "granted");
        assertThat(deeds.get(3).at("/by/handle").asString()).isEqualTo(handle);
        assertThat(deeds.get(3).at("/about/handle").asString()).isEqualTo(loud);
    }

    @Test
    void whatWasSaidIsReadPageByPageWithWhoAnsweredWhom() {
        var open = stage.room(port, 9);
        var anna = Browser.of(port, Cast.handle("anna"));
        say(anna, open, "How fresh is it?");
        await().atMost(PATIENCE)
                .until(() -> Street.must(200, anna.get(open.here("/talk")))
                                .path("items")
                                .size()
                        == 1);
        var asked =
                Street.must(200, anna.get(open.here("/talk"))).at("/items/0/id").asString();
        open.host().post(open.here("/talk"), "{\"text\": \"Of this spring\", \"replyTo\": \"%s\"}".formatted(asked));
        await().atMost(PATIENCE)
                .until(() -> Street.must(200, anna.get(open.here("/talk")))
                                .path("items")
                                .size()
                        == 2);
        var page = Street.must(200, anna.get(open.here("/talk?limit=1")));
        assertThat(page.at("/items/0/replyTo").asString()).isEqualTo(asked);
        assertThat(page.at("/items/0/part").asString()).isEqualTo("host");
        var next = Street.must(
                200,
                anna.get(open.here("/talk?limit=1&cursor=" + page.path("next").asString())));
        assertThat(next.at("/items/0/text").asString()).isEqualTo("How fresh is it?");
        assertThat(anna.post(open.here("/talk"), "{\"text\": \"x\", \"replyTo\": \"y\"}")
                        .status())
                .isEqualTo(422);
    }
}
