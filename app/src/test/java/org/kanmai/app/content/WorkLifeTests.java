package org.kanmai.app.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Told;
import org.kanmai.app.media.MediaFailed;
import org.kanmai.app.media.MediaPackaged;
import org.kanmai.app.web.WebSettings;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkWithdrawn;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
class WorkLifeTests {
    private final Premiere premiere;
    private final Shelf shelf;
    private final WorkStore store;
    private final Told told;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final WebSettings settings;
    private final JdbcClient jdbc;
    private final int port;

    WorkLifeTests(
            Premiere premiere,
            Shelf shelf,
            WorkStore store,
            Told told,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            WebSettings settings,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.store = store;
        this.told = told;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    @Tag("CP-01")
    void aWorkGoesToReviewWhenItsFilmIsPackaged() {
        var chen = premiere.player(port, "chen");
        var media = premiere.upload(chen.id());
        var work = made(chen, media, "");
        assertThat(state(chen, work)).isEqualTo("processing");
        transaction.executeWithoutResult(status -> {
            premiere.packaged(media, chen.id());
            events.publishEvent(new MediaPackaged(media, chen.id()));
        });
        assertThat(state(chen, work)).isEqualTo("reviewing");
        assertThat(chen.browser()
                        .get("/api/me/works/" + work)
                        .json()
                        .path("durationMillis")
                        .asInt())
                .isEqualTo(8000);
    }

    @Test
    @Tag("CP-01")
    void aBrokenFilmEndsItsWorkAndTheCreatorReadsWhy() {
        var chen = premiere.player(port, "chen");
        var media = premiere.upload(chen.id());
        var work = made(chen, media, "");
        transaction.executeWithoutResult(status -> events.publishEvent(new MediaFailed(media, chen.id(), "broken")));
        var own = chen.browser().get("/api/me/works/" + work).json();
        assertThat(own.path("state").asString()).isEqualTo("failed");
        assertThat(own.path("failure").asString()).isEqualTo("broken");
    }

    @Test
    void aDraftWaitsForItsCreator() {
        var chen = premiere.player(port, "chen");
        var work = made(chen, premiere.film(chen.id()), ", \"draft\": true, \"cover\": 2");
        assertThat(state(chen, work)).isEqualTo("draft");
        assertThat(chen.browser()
                        .post("/api/me/works/" + work + "/submission", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("reviewing");
        assertThat(chen.browser()
                        .post("/api/me/works/" + work + "/submission", "")
                        .status())
                .isEqualTo(409);
        assertThat(chen.browser()
                        .get("/api/me/works/" + work)
                        .json()
                        .path("media")
                        .path("cover")
                        .asString())
                .endsWith("/cover-2.jpg");
        assertThat(chen.browser()
                        .patch("/api/me/works/" + work, "{\"cover\": 9}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anUploadMakesOneWorkAndOnlyItsOwnersOne() {
        var chen = premiere.player(port, "chen");
        var media = premiere.film(chen.id());
        made(chen, media, "");
        var again = "{\"upload\": \"%s\", \"title\": \"茶\"}".formatted(media);
        assertThat(chen.browser().post("/api/works", again).status()).isEqualTo(409);
        assertThat(premiere.player(port, "anna")
                        .browser()
                        .post("/api/works", again)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void othersNeitherSeeNorChangeAnOwnWork() {
        var work = premiere.submitted(premiere.player(port, "chen"), "茶", "");
        var anna = premiere.player(port, "anna").browser();
        assertThat(anna.get("/api/me/works/" + work).status()).isEqualTo(404);
        assertThat(anna.patch("/api/me/works/" + work, "{\"title\": \"x\"}").status())
                .isEqualTo(404);
        assertThat(anna.delete("/api/me/works/" + work, "").status()).isEqualTo(404);
        assertThat(anna.post("/api/me/works/" + work + "/submission", "").status())
                .isEqualTo(404);
    }

    @Test
    void newWordsOfAPublishedWorkAreShownOnceAnOperatorApprovedThem() {
        var chen = premiere.player(port, "chen");
        var operator = premiere.operator(port);
        var work = premiere.published(chen, operator, "茶", "");
        var edited = chen.browser()
                .patch("/api/me/works/" + work, "{\"title\": \"好茶\"}")
                .json();
        assertThat(edited.path("state").asString()).isEqualTo("published");
        assertThat(edited.path("pending").path("title").asString()).isEqualTo("好茶");
        assertThat(title(work)).isEqualTo("茶");

        premiere.decide(operator, work.value(), "{\"approve\": true}");
        assertThat(title(work)).isEqualTo("好茶");
    }

    @Test
    void refusedWordsLeaveTheWorkShownWithItsOldOnes() {
        var chen = premiere.player(port, "chen");
        var operator = premiere.operator(port);
        var work = premiere.published(chen, operator, "茶", "");
        chen.browser().patch("/api/me/works/" + work, "{\"title\": \"最好的茶\"}");
        premiere.decide(operator, work.value(), """
                {"approve": false, "violation": "false-advertising", "note": "no superlatives"}
                """);
        assertThat(title(work)).isEqualTo("茶");
        var own = chen.browser().get("/api/me/works/" + work).json();
        assertThat(own.path("state").asString()).isEqualTo("published");
        assertThat(own.path("pending").isNull()).isTrue();
        assertThat(own.path("reason").path("note").asString()).isEqualTo("no superlatives");
    }

    @Test
    void aDismissedReportDoesNotPassWordsThatWait() {
        var chen = premiere.player(port, "chen");
        var operator = premiere.operator(port);
        var work = premiere.published(chen, operator, "茶", "");
        chen.browser().patch("/api/me/works/" + work, "{\"title\": \"假茶\"}");
        premiere.player(port, "anna").browser().post("/api/reports", """
                {"subject": {"kind": "work", "id": "%s"}, "violation": "fraud"}
                """.formatted(work));
        premiere.decide(operator, work.value(), "{\"approve\": true}");
        assertThat(title(work)).isEqualTo("茶");
        premiere.decide(operator, work.value(), "{\"approve\": true}");
        assertThat(title(work)).isEqualTo("假茶");
    }

    @Test
    @Tag("AX-01")
    void aWorkIsDownloadedOnlyWhereItsCreatorAllowsItAndBySomebodySignedIn() throws IOException {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var kept = premiere.published(chen, operator, "茶", "");
        var offered = premiere.published(chen, operator, "茶", "\"downloadable\": true");
        file(kept);
        file(offered);
        var anna = premiere.player(port, "anna").browser();
        assertThat(anna.get("/api/works/" + kept + "/download").status()).isEqualTo(403);
        assertThat(anna.get("/api/works/" + offered + "/download").body()).isEqualTo("film");
        assertThat(new Browser(port).get("/api/works/" + offered + "/download").status())
                .isEqualTo(401);
        assertThat(told.of(Engaged.class))
                .filteredOn(fact -> fact.subject().id() == offered.value())
                .extracting(Engaged::engagement)
                .containsExactly(Engagement.DOWNLOADED);
        chen.browser().patch("/api/me/works/" + offered, "{\"downloadable\": false}");
        assertThat(anna.get("/api/works/" + offered + "/download").status()).isEqualTo(403);
    }

    @Test
    void anImportTakesSharedFilmsAndRefusesOneByOne() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var film = premiere.film(chen.id());
        var answer = operator.browser().post("/api/works/import", """
                {"works": [
                  {"creator": "%1$s", "media": "%2$s", "title": "一", "fingerprint": "00000000000000ff", "cover": 1},
                  {"creator": "%1$s", "media": "%2$s", "title": "二", "fingerprint": "ff00000000000000", "cover": 2},
                  {"creator": "%1$s", "media": "%2$s", "title": "高仿", "fingerprint": "01"},
                  {"creator": "%3$s", "media": "%2$s", "title": "三", "fingerprint": "01"},
                  {"creator": "%1$s", "media": "5", "title": "四", "fingerprint": "01"},
                  {"creator": "%1$s", "media": "%2$s", "title": "", "fingerprint": "01"}]}
                """.formatted(chen.id(), film, operator.id()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("imported").asInt()).isEqualTo(2);
        assertThat(answer.json()
                        .path("refused")
                        .valueStream()
                        .map(one -> one.path("index").asInt()))
                .containsExactlyInAnyOrder(2, 3, 4, 5);
        shelf.refresh();
        assertThat(shelf.of(java.util.List.of(chen.id()), 10))
                .extracting(Candidate::fingerprint)
                .containsExactlyInAnyOrder(0xffL, 0xff00000000000000L);
        assertThat(jdbc.sql("select count(*) from governance.decision where operator = :operator and approve")
                        .param("operator", operator.id().value())
                        .query(Integer.class)
                        .single())
                .as("on record")
                .isEqualTo(2);
        assertThat(chen.browser().post("/api/works/import", "{\"works\": []}").status())
                .isEqualTo(403);
    }

    @Test
    void anErasedPersonsWorksAreGoneWithTheirWords() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, operator, "秘密的茶", "\"hashtags\": [\"秘密\"], \"scene\": \"farm\"");
        chen.browser().patch("/api/me/works/" + work, "{\"title\": \"更秘密的茶\"}");
        assertThat(chen.browser()
                        .delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        var row = store.find(work).orElseThrow();
        assertThat(row.creator()).isNull();
        assertThat(row.words().title()).isEmpty();
        assertThat(row.tags()).isEmpty();
        assertThat(jdbc.sql("select count(*) from content.revision where title like '%秘密%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(told.of(WorkWithdrawn.class))
                .filteredOn(fact -> fact.work().equals(work))
                .hasSize(1);
        assertThat(operator.browser().get("/api/works/" + work).status()).isEqualTo(404);
    }

    private WorkId made(Player creator, MediaId media, String more) {
        var answer = creator.browser().post("/api/works", """
                {"upload": "%s", "title": "茶"%s}
                """.formatted(media, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return WorkId.parse(answer.json().path("id").asString());
    }

    private static String state(Player creator, WorkId work) {
        return creator.browser()
                .get("/api/me/works/" + work)
                .json()
                .path("state")
                .asString();
    }

    private String title(WorkId work) {
        return new Browser(port).get("/api/works/" + work).json().path("title").asString();
    }

    private void file(WorkId work) throws IOException {
        var media = store.find(work).orElseThrow().media();
        var folder = settings.data().resolve("media").resolve(media.toString());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("download.mp4"), "film");
    }
}
