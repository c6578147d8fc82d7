package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Clips;

/** A film on its way: lost connections, review, and the screens of those who may see it. */
@ExtendWith(InTown.class)
@Timeout(300)
class FilmJourneyTests {
    private static final String TITLE = "雨后的院子";

    @TempDir
    Path temporary;

    private final Town town;

    FilmJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    void theLinkOfTheFirstOperatorWorksOnce() {
        try (var eve = town.phone()) {
            eve.open(town.invitation());
            eve.field("Name").fill("Eve");
            eve.field("Handle").fill("eve");
            eve.field("Password").fill(Caller.PASSWORD);
            eve.button("Create account").click();
            eve.text("This invitation has ended").waitFor();
            assertThat(eve.api("/api/me").path("person").isNull()).isTrue();
        }
    }

    @Test
    @Tag("TD-01")
    @Tag("CP-01")
    @Tag("CP-12")
    void aFilmIsSeenNowhereUntilAnOperatorApprovedItAndThenItPlaysForAnybody() throws Exception {
        var film = Files.write(temporary.resolve("yard.mp4"), Clips.upright(640, 360, 4));
        try (var chen = town.phone().signUp("/sign-up", "chen");
                var lin = town.desktop().signIn(Town.OPERATOR);
                var anna = town.phone()) {
            town.emptyQueue();
            publish(chen, film);
            var work = await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .until(
                            () -> chen.api("/api/me/works").path("items").path(0),
                            one -> one.path("state").asString().equals("reviewing"));
            assertThat(work.path("height").asInt())
                    .as("upright")
                    .isGreaterThan(work.path("width").asInt());
            isShownNowhere(
                    anna, work.path("id").asString(), work.at("/media/hls").asString());

            lin.open("/operator/reviews");
            lin.seesFilmRun();
            reject(lin);
            chen.text("Low quality: The sound is missing at the end.").waitFor();
            isShownNowhere(
                    anna, work.path("id").asString(), work.at("/media/hls").asString());

            chen.button("Submit again").click();
            chen.text("Submitted. Everyone can see it once it is approved.").waitFor();
            lin.page().reload();
            lin.page()
                    .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(TITLE))
                    .waitFor();
            lin.page().keyboard().press("a");
            lin.text("All done. Time for tea.").waitFor();
            chen.page()
                    .getByText("Published", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .waitFor();

            anna.open("/");
            anna.find(TITLE);
            anna.seesFilmRun();
            List.of(chen, lin, anna).forEach(Visit::hasNoComplaints);
        }
    }

    @Test
    @Tag("CP-01")
    void anUploadGoesOnWhereTheConnectionWasLost() throws Exception {
        var film = Files.write(temporary.resolve("large.mp4"), Clips.padded(Clips.film(180, 320, 2), 5 << 20));
        var offsets = new CopyOnWriteArrayList<String>();
        try (var emma = town.phone().signUp("/sign-up", "emma")) {
            emma.page().route("**/api/uploads/*", route -> {
                var offset = route.request().headerValue("upload-offset");
                if (offset == null) {
                    route.resume();
                    return;
                }
                offsets.add(offset);
                if (offsets.size() == 2) {
                    route.abort("connectionreset");
                } else {
                    route.resume();
                }
            });
            emma.open("/upload");
            emma.page().locator("input[type=file]").first().setInputFiles(film);
            emma.text("Connection lost; goes on by itself when it is back").waitFor();
            emma.text("Ready to publish").waitFor();
            assertThat(offsets).containsExactly("0", "4194304", "4194304");
        }
    }

    private static void publish(Visit creator, Path film) {
        creator.open("/upload");
        creator.page().locator("input[type=file]").first().setInputFiles(film);
        creator.page().getByRole(AriaRole.PROGRESSBAR).first().waitFor();
        creator.field("Title").fill(TITLE);
        creator.field("Hashtags").fill("#rain #yard");
        creator.button("Farm").click();
        creator.button("Vlog").click();
        creator.button("Everyone").click();
        creator.button("Publish").click();
        creator.page().waitForURL("**/me/works");
        creator.text(TITLE).waitFor();
    }

    private static void reject(Visit operator) {
        operator.page().keyboard().press("r");
        operator.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Low quality"))
                .click();
        operator.field("A note to the creator: what is wrong and how to fix it")
                .fill("The sound is missing at the end.");
        operator.page().locator("form").getByText("Reject").click();
        operator.text("All done. Time for tea.").waitFor();
    }

    private static void isShownNowhere(Visit stranger, String work, String film) {
        assertThat(stranger.api("/api/feed?count=20")
                        .path("items")
                        .valueStream()
                        .map(item -> item.at("/work/id").asString()))
                .doesNotContain(work);
        assertThat(stranger.api("/api/topics/rain/works").path("items")).isEmpty();
        for (var path : List.of("/api/works/" + work, film, film.replace("master.m3u8", "360p/s000.m4s"))) {
            assertThat(stranger.status(path)).as(path).isEqualTo(404);
        }
        assertThat(stranger.status(film.replace("master.m3u8", "cover.jpg"))).isEqualTo(404);
    }
}
