package org.kanmai.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@KanmaiTest
class TellingTests {
    private final Premiere premiere;
    private final Postman postman;
    private final int port;

    TellingTests(Premiere premiere, Postman postman, @LocalServerPort int port) {
        this.premiere = premiere;
        this.postman = postman;
        this.port = port;
    }

    @Test
    void aCreatorIsToldWhatWasDecidedWithTheClassOfARefusal() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var shown = premiere.published(chen, operator, "茶", "");
        var refused = premiere.submitted(chen, "酒", "");
        premiere.decide(operator, refused.value(), "{\"approve\": false, \"violation\": \"vulgar\"}");
        var lines = postman.settled(chen.browser());
        assertThat(Postman.kinds(lines)).containsExactly("rejected", "approved");
        assertThat(lines.getFirst().path("arguments").path("violation").asString())
                .isEqualTo("vulgar");
        assertThat(lines.getLast().path("subject").path("id").asString()).isEqualTo(shown.toString());
        assertThat(lines.getLast().path("glimpse").path("words").asString()).isEqualTo("茶");
    }

    @Test
    void aLikeIsToldOnceHoweverOftenItIsGiven() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        for (int each = 0; each < 3; each++) {
            anna.browser().put("/api/works/" + work + "/like", "");
            anna.browser().delete("/api/works/" + work + "/like", "");
        }
        var lines = postman.settled(chen.browser());
        assertThat(Postman.kinds(lines)).containsExactly("liked", "approved");
        assertThat(lines.getFirst().path("count").asInt()).isEqualTo(1);
    }

    @Test
    void aCommentIsToldToWhoIsAnsweredToWhoIsNamedAndToTheCreatorEachOnce() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        var said = said(anna, work, "好看", "");
        said(bo, work, "@" + anna.handle() + " @" + chen.handle() + " 真的", ", \"parent\": \"%s\"".formatted(id(said)));
        assertThat(Postman.kinds(postman.settled(anna.browser()))).containsExactly("replied");
        var lines = postman.settled(chen.browser());
        assertThat(Postman.kinds(lines)).containsExactly("mentioned", "commented", "approved");
        assertThat(lines.get(1).path("glimpse").path("words").asString()).isEqualTo("好看");
        assertThat(lines.get(1).path("arguments").path("work").asString()).isEqualTo(work.toString());
        assertThat(postman.settled(bo.browser())).isEmpty();
    }

    @Test
    void aHeldCommentIsToldWhenItIsShown() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, operator, "茶", "");
        var anna = premiere.player(port, "anna");
        var said = said(anna, work, "来 网 赌", "");
        assertThat(Postman.kinds(postman.settled(chen.browser()))).containsExactly("approved");
        premiere.decide(operator, Long.parseLong(id(said)), "{\"approve\": true}");
        assertThat(Postman.kinds(postman.settled(chen.browser()))).containsExactly("commented", "approved");
    }

    @Test
    void newFollowersOfADayAreOneLine() {
        var chen = premiere.player(port, "chen");
        var follow = "/api/people/" + chen.handle() + "/follow";
        premiere.player(port, "anna").browser().put(follow, "");
        var bo = premiere.player(port, "bo").browser();
        bo.put(follow, "");
        bo.delete(follow, "");
        bo.put(follow, "");
        var lines = postman.settled(chen.browser());
        assertThat(Postman.kinds(lines)).containsExactly("followed");
        assertThat(lines.getFirst().path("count").asInt()).isEqualTo(2);
    }

    @Test
    void whatReportsHideIsToldToItsOwnerAndToOperators() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, operator, "茶", "");
        for (var name : new String[] {"anna", "bo", "ding"}) {
            report(premiere.player(port, name).browser(), work);
        }
        assertThat(Postman.kinds(postman.settled(chen.browser()))).containsExactly("hidden", "approved");
        var alarm = postman.settled(operator.browser()).getFirst();
        assertThat(alarm.path("kind").asString()).isEqualTo("alarm");
        assertThat(alarm.path("subject").path("kind").asString()).isEqualTo("queue");
    }

    private static void report(Browser browser, WorkId work) {
        var answer = browser.post("/api/reports", """
                {"subject": {"kind": "work", "id": "%s"}, "violation": "pornographic"}""".formatted(work));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static JsonNode said(Player player, WorkId work, String text, String more) {
        var answer =
                player.browser().post("/api/works/" + work + "/comments", "{\"text\": \"%s\"%s}".formatted(text, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static String id(JsonNode comment) {
        return comment.path("id").asString();
    }
}
