package org.kanmai.app.conversation.moments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Comments over a film: at their moments, so many a second at most, and gone as comments go. */
@KanmaiTest
@Tag("CP-21")
class MomentTests {
    private final Premiere premiere;
    private final int port;

    MomentTests(Premiere premiere, @LocalServerPort int port) {
        this.premiere = premiere;
        this.port = port;
    }

    private String work() {
        return premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "")
                .toString();
    }

    private static Answer say(Player somebody, String work, String text, int millis) {
        return somebody.browser().post("/api/works/" + work + "/comments", """
                {"text": "%s", "atMillis": %d}""".formatted(text, millis));
    }

    private List<String> over(Browser viewer, String work, int from) {
        return Street.must(200, viewer.get("/api/works/" + work + "/moments?from=" + from))
                .path("items")
                .findValuesAsString("text");
    }

    @Test
    void whatIsSaidAtAMomentIsShownThereAndAmongTheComments() {
        var work = work();
        var anna = premiere.player(port, "anna");
        Street.must(201, say(anna, work, "Now!", 1_500));
        Street.must(201, say(anna, work, "Later", 61_000));
        var anybody = new Browser(port);
        assertThat(over(anybody, work, 0)).containsExactly("Now!");
        assertThat(over(anybody, work, 60_000)).containsExactly("Later");
        var first = Street.must(200, anna.browser().get("/api/works/" + work + "/moments"))
                .at("/items/0");
        assertThat(first.path("atMillis").asInt()).isEqualTo(1_500);
        assertThat(first.path("mine").asBoolean()).isTrue();
        JsonNode comments = Street.must(200, anybody.get("/api/works/" + work + "/comments"));
        assertThat(comments.path("items").size()).isEqualTo(2);
    }

    @Test
    void threeOfASecondAreShownTheMostLikedAndNewestOfThem() {
        var work = work();
        for (var name : List.of("one", "two", "three", "four")) {
            Street.must(201, say(premiere.player(port, name), work, name, 2_000));
        }
        assertThat(over(new Browser(port), work, 0)).containsExactly("two", "three", "four");
    }

    @Test
    void whatIsTakenDownOrDeletedOrWaitsIsNotShown() {
        var work = work();
        var operator = premiere.operator(port);
        var anna = premiere.player(port, "anna");
        var fake = Street.must(201, say(anna, work, "假的", 1_000)).path("id").asString();
        var own = Street.must(201, say(anna, work, "mine", 2_000)).path("id").asString();
        Street.must(201, say(anna, work, "来 网 赌", 3_000));
        assertThat(over(new Browser(port), work, 0)).containsExactly("假的", "mine");
        assertThat(premiere.player(port, "bo")
                        .browser()
                        .post("/api/reports", """
                {"subject": {"kind": "comment", "id": "%s"}, "violation": "vulgar"}""".formatted(fake))
                        .status())
                .isEqualTo(201);
        premiere.decide(operator, Long.parseLong(fake), "{\"approve\": false, \"violation\": \"vulgar\"}");
        assertThat(anna.browser().delete("/api/comments/" + own, "").status()).isEqualTo(204);
        assertThat(over(new Browser(port), work, 0)).isEmpty();
    }

    @Test
    void whatIsTooLongOrNowhereInAFilmIsRefused() {
        var work = work();
        var anna = premiere.player(port, "anna");
        assertThat(say(anna, work, "x".repeat(51), 0).status()).isEqualTo(422);
        assertThat(say(anna, work, "x", -1).status()).isEqualTo(422);
        assertThat(say(anna, work, "x", 10_800_001).status()).isEqualTo(422);
        assertThat(over(new Browser(port), work, 0)).isEmpty();
    }
}
