package org.kanmai.app.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.Told;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
class GateTests {
    private static final Viewer STRANGER = new Viewer(null, Set.of(), new Pseudonym(7), false);

    private final Premiere premiere;
    private final Works works;
    private final Shelf shelf;
    private final WorkStore store;
    private final Governance governance;
    private final Told told;
    private final int port;

    GateTests(
            Premiere premiere,
            Works works,
            Shelf shelf,
            WorkStore store,
            Governance governance,
            Told told,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.works = works;
        this.shelf = shelf;
        this.store = store;
        this.governance = governance;
        this.told = told;
        this.port = port;
    }

    @Test
    @Tag("TD-01")
    void anUnreviewedWorkAppearsNowhereAndAnApprovedOneEverywhere() {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "茶", "\"hashtags\": [\"gate%s\"]".formatted(chen.id()));
        assertNowhere(chen, work);
        assertThat(chen.browser().get("/api/works/" + work).status())
                .as("to its creator")
                .isEqualTo(200);

        premiere.decide(premiere.operator(port), work.value(), "{\"approve\": true}");
        assertEverywhere(chen, work);
        assertThat(told.of(WorkPublished.class))
                .filteredOn(fact -> fact.work().equals(work))
                .hasSize(1);
    }

    @Test
    @Tag("TD-01")
    void aRejectedWorkAppearsNowhereUntilItIsChangedAndApproved() {
        var chen = premiere.player(port, "chen");
        var operator = premiere.operator(port);
        var work = premiere.submitted(chen, "茶", "\"hashtags\": [\"gate%s\"]".formatted(chen.id()));
        premiere.decide(operator, work.value(), "{\"approve\": false, \"violation\": \"vulgar\"}");
        assertNowhere(chen, work);
        assertThat(told.of(WorkPublished.class)).noneMatch(fact -> fact.work().equals(work));

        chen.browser().patch("/api/me/works/" + work, "{\"title\": \"绿茶\"}");
        assertThat(chen.browser()
                        .post("/api/me/works/" + work + "/submission", "")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("reviewing");
        assertNowhere(chen, work);
        premiere.decide(operator, work.value(), "{\"approve\": true}");
        assertEverywhere(chen, work);
    }

    @Test
    @Tag("TD-01")
    void aWorkThatWasTakenDownIsGoneAtOnce() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(
                chen, premiere.operator(port), "茶", "\"hashtags\": [\"gate%s\"]".formatted(chen.id()));
        assertEverywhere(chen, work);
        assertThat(chen.browser().delete("/api/me/works/" + work, "").status()).isEqualTo(204);
        assertThat(works.visible(STRANGER, List.of(work)))
                .as("before any refresh")
                .isEmpty();
        assertNowhere(chen, work);
        assertThat(chen.browser().delete("/api/me/works/" + work, "").status())
                .as("again")
                .isEqualTo(204);
        assertThat(told.of(WorkWithdrawn.class))
                .filteredOn(fact -> fact.work().equals(work))
                .hasSize(1);
    }

    @Test
    @Tag("TD-45")
    void threeFacetsAreStoredSearchableAndCandidates() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(
                chen,
                premiere.operator(port),
                "茶",
                "\"scene\": \"farm\", \"style\": \"science\", \"crowd\": \"elders\", \"hashtags\": [\"绿茶\"]");
        shelf.refresh();
        for (var tag : List.of("scene:farm", "style:science", "crowd:elders", "绿茶")) {
            assertThat(works.tagged(List.of(tag), 1000))
                    .as(tag)
                    .extracting(Candidate::work)
                    .contains(work);
            var found = chen.browser().get("/api/topics/" + encoded(tag) + "/works?limit=50");
            assertThat(Premiere.ids(found.json())).as(tag).contains(work.toString());
        }
        assertThat(works.tagged(List.of("scene:kitchen"), 1000))
                .extracting(Candidate::work)
                .doesNotContain(work);
        var shown = chen.browser().get("/api/works/" + work).json();
        assertThat(shown.path("scene").asString()).isEqualTo("farm");
        assertThat(chen.browser()
                        .patch("/api/me/works/" + work, "{\"scene\": \"moon\"}")
                        .status())
                .isEqualTo(422);
        assertThat(chen.browser()
                        .patch("/api/me/works/" + work, "{\"scene\": \"\"}")
                        .json()
                        .path("scene")
                        .isNull())
                .isTrue();
    }

    private void assertNowhere(Player creator, WorkId work) {
        var other = premiere.player(port, "anna");
        shelf.refresh();
        assertThat(other.browser().get("/api/works/" + work).status()).isEqualTo(404);
        assertThat(listed(other, creator)).doesNotContain(work.toString());
        assertThat(tagged(other, creator)).doesNotContain(work.toString());
        assertThat(works.visible(STRANGER, List.of(work))).isEmpty();
        assertThat(works.creator(work)).isEmpty();
        assertThat(works.candidates(List.of(work))).isEmpty();
        assertThat(works.of(List.of(creator.id()), 100)).isEmpty();
        assertThat(works.fresh(10_000)).extracting(Candidate::work).doesNotContain(work);
        assertThat(works.sample(1, 10_000)).extracting(Candidate::work).doesNotContain(work);
        assertThat(governance.mayShow(STRANGER, media(work))).as("its files").isFalse();
        assertThat(other.browser().put("/api/works/" + work + "/like", "").status())
                .isEqualTo(404);
        assertThat(other.browser()
                        .post("/api/works/" + work + "/comments", "{\"text\": \"好\"}")
                        .status())
                .isEqualTo(404);
        assertThat(other.browser().get("/api/works/" + work + "/comments").status())
                .isEqualTo(404);
    }

    private void assertEverywhere(Player creator, WorkId work) {
        var other = premiere.player(port, "anna");
        shelf.refresh();
        assertThat(other.browser().get("/api/works/" + work).status()).isEqualTo(200);
        assertThat(listed(other, creator)).contains(work.toString());
        assertThat(tagged(other, creator)).contains(work.toString());
        assertThat(works.visible(STRANGER, List.of(work))).containsKey(work);
        assertThat(works.candidates(List.of(work))).hasSize(1);
        assertThat(works.of(List.of(creator.id()), 100))
                .extracting(Candidate::work)
                .contains(work);
        assertThat(works.fresh(10_000)).extracting(Candidate::work).contains(work);
        assertThat(works.sample(1, 10_000)).extracting(Candidate::work).contains(work);
        assertThat(governance.mayShow(STRANGER, media(work))).as("its files").isTrue();
    }

    private Subject media(WorkId work) {
        return Subject.media(store.find(work).orElseThrow().media());
    }

    private static List<String> listed(Player viewer, Player creator) {
        return Premiere.ids(viewer.browser()
                .get("/api/people/" + creator.handle() + "/works")
                .json());
    }

    private static List<String> tagged(Player viewer, Player creator) {
        return Premiere.ids(viewer.browser()
                .get("/api/topics/gate" + creator.id() + "/works")
                .json());
    }

    private static String encoded(String tag) {
        return java.net.URLEncoder.encode(tag, java.nio.charset.StandardCharsets.UTF_8);
    }
}
