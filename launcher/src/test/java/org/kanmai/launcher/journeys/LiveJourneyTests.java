package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A host shows a camera from a browser; somebody else watches in another, says something, and sees what is sold. */
@ExtendWith(InTown.class)
@Timeout(300)
@Tag("deep")
class LiveJourneyTests {
    private static final String TITLE = "Tea, live";

    private final Town town;

    LiveJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    @Tag("LC-01")
    @Tag("LC-02")
    @Tag("LC-08")
    @Tag("LC-16")
    void aCameraIsWatchedTalkedOverAndCut() throws Exception {
        town.market();
        town.operator()
                .put("/api/people/" + Market.MERCHANT + "/verification", "")
                .must(200);
        try (var mei = town.desktop().signIn(Market.MERCHANT);
                var nora = town.phone().signUp("/sign-up", "nora");
                var otto = town.phone()) {
            var room = broadcast(mei);
            explain(mei);
            nora.open("/live/" + room);
            nora.seesFilmRun();
            nora.text(Market.PRODUCT).waitFor();
            nora.page().getByPlaceholder("Say something").fill("How fresh is it?");
            nora.page().keyboard().press("Enter");
            mei.text("How fresh is it?").waitFor();

            playsAsPlaylist(otto, room);
            isOnTheBoard(mei, room);
            town.operator().post("/api/live-wall/" + room + "/measures", """
                            {"step": "cut", "violation": "low-quality", "note": "It was only a try"}""").must(201);
            nora.text("Ended by the platform").waitFor(new Locator.WaitForOptions().setTimeout(5_000));
            otto.text("Ended by the platform").waitFor(new Locator.WaitForOptions().setTimeout(5_000));
            nora.hasNoComplaints();
        }
    }

    /** In a browser without Media Source Extensions the picture is a playlist, which the browser itself plays. */
    private static void playsAsPlaylist(Visit otto, String room) {
        otto.context().addInitScript("delete window.MediaSource; delete window.ManagedMediaSource");
        otto.open("/live/" + room);
        otto.seesFilmRun();
        var page = otto.page();
        assertThat(page.evaluate("() => document.querySelector('video').src"))
                .asString()
                .endsWith("/api/rooms/" + room + "/picture.m3u8");
        var at = page.evaluate("() => document.querySelector('video').currentTime");
        page.waitForFunction("(at) => document.querySelector('video').currentTime > at + 0.5", at);
        assertThat(otto.api("/api/rooms/" + room).path("viewers").asInt())
                .as("by fragments and by the playlist")
                .isEqualTo(2);
        otto.hasNoComplaints();
    }

    /** What came through the log and the streams. */
    private static void isOnTheBoard(Visit mei, String room) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var board = mei.api("/api/me/rooms/" + room + "/board");
            assertThat(board.at("/figures/people").asInt()).isEqualTo(2);
            assertThat(board.at("/figures/viewers").asInt()).isEqualTo(2);
            assertThat(board.at("/figures/chats").asInt()).isEqualTo(1);
            assertThat(board.path("explained").isNull()).isFalse();
        });
        mei.open("/me/live/board");
        mei.text("People who came").waitFor();
        mei.text("The last three minutes").waitFor();
        mei.hasNoComplaints();
    }

    private static String broadcast(Visit mei) {
        mei.open("/me/live");
        mei.page().getByLabel("Title").fill(TITLE);
        mei.button("Open the room").click();
        mei.button("Camera").click();
        mei.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        mei.text("Pause").waitFor();
        var room = mei.api("/api/me/rooms").at("/items/0");
        assertThat(room.path("title").asString()).isEqualTo(TITLE);
        return room.path("id").asString();
    }

    private static void explain(Visit mei) {
        mei.page().getByText("Add goods").click();
        mei.button("Put " + Market.PRODUCT + " on the shelf").click();
        mei.button("Explain " + Market.PRODUCT + " now").click();
    }
}
