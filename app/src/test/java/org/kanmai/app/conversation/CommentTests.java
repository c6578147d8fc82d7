package org.kanmai.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@KanmaiTest
class CommentTests {
    private final Premiere premiere;
    private final int port;

    CommentTests(Premiere premiere, @LocalServerPort int port) {
        this.premiere = premiere;
        this.port = port;
    }

    @Test
    @Tag("CP-18")
    void aCommentIsShownOnTheWorksPageAndCounted() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        var said = said(anna, work, "好看 @" + chen.handle() + " @nobody_here", "");
        assertThat(said.path("mentions").valueStream().map(JsonNode::asString)).containsExactly(chen.handle());
        said(chen, work, "谢谢", ", \"parent\": \"" + id(said) + "\"");

        var listed =
                new Browser(port).get("/api/works/" + work + "/comments").json().path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("author").path("handle").asString()).isEqualTo(anna.handle());
        assertThat(listed.path(0).path("replies").asInt()).isEqualTo(1);
        var replies = comments(anna, work, "?parent=" + id(said)).path("items");
        assertThat(replies.path(0).path("byCreator").asBoolean()).isTrue();
        assertThat(count(work)).isEqualTo(2);
    }

    @Test
    @Tag("CP-18")
    void aCommentWithBannedWordsWaitsForAnOperator() {
        var operator = premiere.operator(port);
        var work = premiere.published(premiere.player(port, "chen"), operator, "茶", "");
        var anna = premiere.player(port, "anna");
        var said = said(anna, work, "来 网 赌", "");
        assertThat(said.path("held").asBoolean()).isTrue();
        assertThat(texts(premiere.player(port, "bo"), work)).isEmpty();
        assertThat(texts(anna, work)).as("its author sees it").containsExactly("来 网 赌");
        assertThat(count(work)).isZero();

        premiere.decide(operator, id(said), "{\"approve\": true}");
        assertThat(texts(premiere.player(port, "bo"), work)).containsExactly("来 网 赌");
        assertThat(count(work)).isEqualTo(1);
    }

    @Test
    @Tag("CP-18")
    void aReportedCommentThatGovernanceTakesDownIsHiddenAndNotCounted() {
        var operator = premiere.operator(port);
        var work = premiere.published(premiere.player(port, "chen"), operator, "茶", "");
        var said = said(premiere.player(port, "anna"), work, "假的", "");
        var bo = premiere.player(port, "bo");
        assertThat(bo.browser().post("/api/reports", """
                {"subject": {"kind": "comment", "id": "%s"}, "violation": "vulgar"}
                """.formatted(id(said))).status())
                .isEqualTo(201);
        assertThat(texts(bo, work)).containsExactly("假的");
        premiere.decide(operator, id(said), "{\"approve\": false, \"violation\": \"vulgar\"}");
        assertThat(texts(bo, work)).isEmpty();
        assertThat(count(work)).isZero();
        assertThat(bo.browser().put("/api/comments/" + id(said) + "/like", "").status())
                .isEqualTo(404);
    }

    @Test
    void theMostLikedComeFirstAndPagesFollowOn() {
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        var first = said(anna, work, "一", "");
        said(anna, work, "二", "");
        said(anna, work, "三", "");
        bo.browser().put("/api/comments/" + id(first) + "/like", "");
        var liked = bo.browser().put("/api/comments/" + id(first) + "/like", "").json();
        assertThat(liked.path("likes").asInt()).as("once a person").isEqualTo(1);
        var page = comments(bo, work, "?limit=2");
        assertThat(page.path("items").valueStream().map(one -> one.path("text").asString()))
                .containsExactly("一", "三");
        var rest = comments(bo, work, "?limit=2&cursor=" + page.path("next").asString());
        assertThat(rest.path("items").valueStream().map(one -> one.path("text").asString()))
                .containsExactly("二");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(bo.browser()
                        .delete("/api/comments/" + id(first) + "/like", "")
                        .json()
                        .path("likes")
                        .asInt())
                .isZero();
    }

    @Test
    void aDeletedCommentKeepsItsPlaceOnlyForItsReplies() {
        var chen = premiere.player(port, "chen");
        var operator = premiere.operator(port);
        var work = premiere.published(chen, operator, "茶", "");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        var answered = said(anna, work, "秘密", "");
        said(bo, work, "回复", ", \"parent\": \"" + id(answered) + "\"");
        var alone = said(anna, work, "没人理", "");
        assertThat(bo.browser().delete("/api/comments/" + id(answered), "").status())
                .isEqualTo(403);
        assertThat(anna.browser().delete("/api/comments/" + id(answered), "").status())
                .isEqualTo(204);
        assertThat(chen.browser().delete("/api/comments/" + id(alone), "").status())
                .as("the creator")
                .isEqualTo(204);
        var left = comments(bo, work, "").path("items");
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.path(0).path("deleted").asBoolean()).isTrue();
        assertThat(left.path(0).path("text").asString()).isEmpty();
        assertThat(left.path(0).path("author").isNull()).isTrue();
        assertThat(count(work)).isEqualTo(1);
    }

    @Test
    void peopleWhoBlockedEachOtherNeitherAnswerNorSeeEachOther() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        var said = said(anna, work, "好", "");
        bo.browser().put("/api/people/" + anna.handle() + "/block", "");
        assertThat(texts(bo, work)).isEmpty();
        assertThat(say(bo, work, "嗯", ", \"parent\": \"" + id(said) + "\"").status())
                .isEqualTo(403);
        chen.browser().put("/api/people/" + anna.handle() + "/block", "");
        assertThat(say(anna, work, "唉", "").status()).isEqualTo(403);
    }

    @Test
    void anErasedPersonLeavesNoWordsAndCountsStillAgree() {
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        var annas = said(anna, work, "我住在西湖边", "");
        var bos = said(bo, work, "好", ", \"parent\": \"" + id(annas) + "\"");
        anna.browser().put("/api/comments/" + id(bos) + "/like", "");
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(texts(bo, work)).containsExactly("");
        assertThat(count(work)).isEqualTo(1);
        assertThat(comments(bo, work, "?parent=" + id(annas))
                        .path("items")
                        .path(0)
                        .path("likes")
                        .asInt())
                .isZero();
    }

    @Test
    void sayingTooMuchTooFastIsRefused() {
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        assertThat(say(anna, work, " ", "").status()).isEqualTo(422);
        assertThat(say(anna, work, "长".repeat(501), "").status()).isEqualTo(422);
        for (int turn = 0; turn < 20; turn++) {
            assertThat(say(anna, work, "好", "").status()).isEqualTo(201);
        }
        assertThat(say(anna, work, "好", "").status()).isEqualTo(429);
    }

    private static Browser.Answer say(Player player, WorkId work, String text, String more) {
        return player.browser().post("/api/works/" + work + "/comments", """
                {"text": "%s"%s}
                """.formatted(text, more));
    }

    private static JsonNode said(Player player, WorkId work, String text, String more) {
        var answer = say(player, work, text, more);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode comments(Player player, WorkId work, String query) {
        return player.browser().get("/api/works/" + work + "/comments" + query).json();
    }

    private static List<String> texts(Player player, WorkId work) {
        return comments(player, work, "")
                .path("items")
                .valueStream()
                .map(one -> one.path("text").asString())
                .toList();
    }

    private int count(WorkId work) {
        return new Browser(port)
                .get("/api/works/" + work)
                .json()
                .path("counts")
                .path("comments")
                .asInt();
    }

    private static long id(JsonNode comment) {
        return Long.parseLong(comment.path("id").asString());
    }
}
