package org.kanmai.app.feed.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.identity.Browser;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anna follows bo and cy, who both follow dora; bo alone follows emil. All of them but fay made a film. */
@KanmaiTest
@Tag("TD-58")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggestedPeopleTests {
    private final Premiere premiere;
    private final Shelf shelf;
    private final JdbcClient jdbc;
    private final int port;
    private final Player bo;
    private final Player cy;
    private final Player dora;
    private final Player emil;
    private final Player fay;

    SuggestedPeopleTests(Premiere premiere, Shelf shelf, JdbcClient jdbc, @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.jdbc = jdbc;
        this.port = port;
        var olga = premiere.operator(port);
        bo = maker("bo", olga);
        cy = maker("cy", olga);
        dora = maker("dora", olga);
        emil = maker("emil", olga);
        fay = premiere.player(port, "fay");
    }

    @BeforeAll
    void follow() {
        follow(bo, dora, emil, fay);
        follow(cy, dora, fay);
        shelf.refresh();
    }

    @Test
    @Tag("TD-15")
    void whomSeveralFollowOfThoseOneFollowsComesFirstWithHowMany() {
        var anna = anna();
        var suggested = suggested(anna.browser());
        assertThat(suggested).containsEntry(dora.handle(), "common-follows 2");
        assertThat(suggested).containsEntry(emil.handle(), "common-follows 1");
        assertThat(suggested.keySet())
                .as("those followed, oneself, and who made nothing")
                .doesNotContain(bo.handle(), cy.handle(), anna.handle(), fay.handle());
        assertThat(suggested).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void whoIsNotWantedStaysAwayUntilTheWishIsTakenBack() {
        var anna = anna();
        var path = "/api/me/unsuggested/" + dora.handle();
        assertThat(anna.browser().put(path, "").status()).isEqualTo(204);
        assertThat(anna.browser().put(path, "").status()).isEqualTo(204);
        assertThat(suggested(anna.browser())).doesNotContainKey(dora.handle()).containsKey(emil.handle());
        assertThat(suggested(anna().browser())).as("to others").containsKey(dora.handle());
        assertThat(anna.browser().delete(path, "").status()).isEqualTo(204);
        assertThat(suggested(anna.browser())).containsKey(dora.handle());
        assertThat(anna.browser().put("/api/me/unsuggested/nobody_here", "").status())
                .isEqualTo(404);
        assertThat(new Browser(port).put(path, "").status()).isEqualTo(401);
    }

    @Test
    void whoIsBlockedOrFollowedIsNotSuggested() {
        var anna = anna();
        anna.browser().put("/api/people/" + dora.handle() + "/block", "");
        follow(anna, emil);
        assertThat(suggested(anna.browser())).doesNotContainKeys(dora.handle(), emil.handle());
    }

    @Test
    @Tag("GV-02")
    void whoHasNotAgreedToBeProfiledIsSuggestedWhomAnybodyWouldBe() {
        var anna = anna();
        anna.browser().put("/api/me/consents/behaviour", "{\"given\": false}");
        assertThat(suggested(anna.browser()).values()).isNotEmpty().containsOnly("popular 0");
        assertThat(suggested(new Browser(port)).values()).isNotEmpty().containsOnly("popular 0");
    }

    @Test
    @Tag("GV-02")
    void whoLivesInTheSameRegionIsSuggestedWhileBothLetThatBeUsed() {
        var gus = maker("gus", premiere.operator(port));
        shelf.refresh();
        var anna = anna();
        lives(anna, "cn-xz");
        assertThat(suggested(anna.browser()).get(gus.handle())).isNotEqualTo("region 0");
        lives(gus, "cn-xz");
        assertThat(suggested(anna.browser())).containsEntry(gus.handle(), "region 0");
        gus.browser().put("/api/me/consents/region", "{\"given\": false}");
        assertThat(suggested(anna.browser()).get(gus.handle())).isNotEqualTo("region 0");
    }

    @Test
    @Tag("GV-07")
    void anErasedPersonIsSuggestedToNobodyAndLeavesNoWish() {
        var gone = maker("gone", premiere.operator(port));
        shelf.refresh();
        follow(bo, gone);
        var anna = anna();
        anna.browser().put("/api/me/unsuggested/" + emil.handle(), "");
        gone.browser().put("/api/me/unsuggested/" + emil.handle(), "");
        assertThat(suggested(anna.browser())).containsKey(gone.handle());
        gone.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(suggested(anna.browser())).doesNotContainKey(gone.handle());
        assertThat(rows(gone)).isZero();
        assertThat(rows(anna)).isEqualTo(1);
    }

    private Player anna() {
        var anna = premiere.player(port, "anna");
        anna.browser().put("/api/me/consents/behaviour", "{\"given\": true}");
        follow(anna, bo, cy);
        return anna;
    }

    private Player maker(String name, Player operator) {
        var maker = premiere.player(port, name);
        premiere.published(maker, operator, "面", "");
        return maker;
    }

    private static void lives(Player player, String region) {
        player.browser().put("/api/me/consents/region", "{\"given\": true}");
        player.browser().put("/api/me/region", "{\"region\": \"%s\"}".formatted(region));
    }

    private static void follow(Player follower, Player... followed) {
        for (var each : followed) {
            follower.browser().put("/api/people/" + each.handle() + "/follow", "");
        }
    }

    private int rows(Player player) {
        return jdbc.sql("select person from identity.unsuggested where person = :person")
                .param("person", player.id().value())
                .query((row, number) -> row.getLong("person"))
                .list()
                .size();
    }

    private static Map<String, String> suggested(Browser browser) {
        return browser.get("/api/people/suggested")
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        item -> item.path("person").path("handle").asString(),
                        item -> item.path("reason").asString() + " "
                                + item.path("count").asLong()));
    }
}
