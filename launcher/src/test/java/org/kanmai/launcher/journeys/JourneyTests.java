package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.Clips;
import org.kanmai.launcher.RunningKanmai;
import tools.jackson.databind.JsonNode;

/**
 * What people do, from the first start of an empty house on, in one browser on one running product. The film comes first: its operator
 * wants to see the queue become empty.
 */
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTests {
    private static final String OPERATOR = "lin";
    private static final String TITLE = "雨后的院子";

    @TempDir
    static Path temporary;

    private static Chromium chromium;
    private static RunningKanmai kanmai;
    private static String invitation;
    private static Cast cast;

    @BeforeAll
    static void theConsolesLinkMakesTheFirstOperator() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        chromium = Chromium.start();
        kanmai = RunningKanmai.start(temporary.resolve("data"), RunningKanmai.freePort());
        invitation = kanmai.invitation();
        try (var lin = Visit.phone(chromium, kanmai.address()).signUp(invitation, OPERATOR)) {
            assertThat(lin.page().url()).endsWith("/operator/reviews");
            assertThat(lin.api("/api/me").path("roles").valueStream().map(role -> role.asString()))
                    .contains("operator");
            lin.hasNoComplaints();
        }
        cast = gathered();
    }

    /** Two kinds of works, so many that nobody runs out of them, by creators enough for a page. */
    private static Cast gathered() throws Exception {
        var lin = Caller.signedIn(kanmai.address(), OPERATOR);
        var gathered = Cast.gather(kanmai.address(), 6, Clips.film(180, 320, 2));
        gathered.publish(lin, "tea", 36, ", \"downloadable\": true");
        gathered.publish(lin, "coffee", 36, "");
        return gathered;
    }

    @AfterAll
    static void everythingStopsInOrder() throws Exception {
        chromium.close();
        kanmai.stop();
        assertThat(kanmai.said()).last().isEqualTo("Stopped.");
    }

    @Test
    void theLinkOfTheFirstOperatorWorksOnce() {
        try (var eve = Visit.phone(chromium, kanmai.address())) {
            eve.open(invitation);
            eve.field("Name").fill("Eve");
            eve.field("Handle").fill("eve");
            eve.field("Password").fill(Caller.PASSWORD);
            eve.button("Create account").click();
            eve.text("This invitation has ended").waitFor();
            assertThat(eve.api("/api/me").path("person").isNull()).isTrue();
        }
    }

    @Test
    @Order(1)
    @Tag("TD-01")
    @Tag("CP-01")
    @Tag("CP-12")
    void aFilmIsSeenNowhereUntilAnOperatorApprovedItAndThenItPlaysForAnybody() throws Exception {
        var film = Files.write(temporary.resolve("yard.mp4"), Clips.upright(640, 360, 4));
        try (var chen = Visit.phone(chromium, kanmai.address()).signUp("/sign-up", "chen");
                var lin = Visit.desktop(chromium, kanmai.address()).signIn(OPERATOR);
                var anna = Visit.phone(chromium, kanmai.address())) {
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
            find(anna, TITLE);
            anna.seesFilmRun();
            List.of(chen, lin, anna).forEach(Visit::hasNoComplaints);
        }
    }

    @Test
    @Tag("TD-10")
    @Tag("TD-21")
    @Tag("GV-02")
    void whoAgreedAndLikesWorksOfAHashtagGetsMoreOfItOnTheNextPage() throws Exception {
        try (var anna = Visit.phone(chromium, kanmai.address()).signUp("/sign-up", "anna")) {
            anna.open("/me/settings");
            anna.page()
                    .getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Learn from what I watch"))
                    .click();
            anna.text("On, effective now").waitFor();
            anna.open("/");
            anna.seesFilmRun();
            var before = share(anna, "tea");
            likes(anna, "tea");
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> restsOn(anna.api("/api/feed?count=1"), "tea"));
            assertThat(share(anna, "tea")).isGreaterThan(before).isGreaterThanOrEqualTo(0.5);

            anna.open("/");
            anna.button("Why this?").first().click();
            anna.text("Your taste").waitFor();
            anna.hasNoComplaints();
        }
    }

    @Test
    @Tag("TD-14")
    void followedCreatorsHaveATabAndBlockedOnesNeverComeBack() {
        var creator = cast.creators().get(1);
        try (var bo = Visit.phone(chromium, kanmai.address()).signUp("/sign-up", "bob")) {
            bo.open("/@creator_1");
            bo.button("Follow").click();
            bo.button("Following").waitFor();
            bo.open("/following");
            bo.seesFilmRun();
            assertThat(makers(bo.api("/api/feed?tab=following&count=20"))).containsOnly("creator_1");

            bo.open("/@creator_2");
            bo.button("More").click();
            bo.button("Block").click();
            bo.text("You have blocked this person").waitFor();
            for (int pages = 0; pages < 4; pages++) {
                assertThat(makers(bo.api("/api/feed?count=20"))).isNotEmpty().doesNotContain("creator_2");
            }
            assertThat(creator.get("/api/people/creator_1")
                            .must(200)
                            .json()
                            .path("followers")
                            .asInt())
                    .isEqualTo(1);
            bo.hasNoComplaints();
        }
    }

    @Test
    @Tag("CP-18")
    @Tag("AX-01")
    void peopleTalkAndSaveTheFilmOnThePageWhereItPlays() {
        var work = cast.creators()
                .get(0)
                .get("/api/topics/tea/works")
                .must(200)
                .json()
                .at("/items/0/id")
                .asString();
        var chat = Caller.signedUp(kanmai.address(), "guest", "");
        chat.post("/api/works/" + work + "/comments", "{\"text\": \"Which mountain is it from?\"}")
                .must(201);
        try (var dora = Visit.phone(chromium, kanmai.address()).signUp("/sign-up", "dora")) {
            dora.open("/works/" + work);
            dora.seesFilmRun();
            dora.button(Pattern.compile("^Comment 1$")).click();
            dora.text("Which mountain is it from?").waitFor();
            dora.button("Reply").click();
            dora.field("Say something nice…").fill("@guest from Wuyi");
            dora.button("Send").click();
            dora.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("@guest"))
                    .waitFor();
            dora.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, like())
                    .first()
                    .click();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> comment(chat, work).path("likes").asInt() == 1);
            assertThat(comment(chat, work).path("replies").asInt()).isEqualTo(1);
            dora.moreOf("from Wuyi").click();
            dora.button("Delete").click();
            dora.text("Comment deleted").first().waitFor();
            dora.moreOf("Which mountain is it from?").click();
            dora.button("Report").first().click();
            dora.page()
                    .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Fraud"))
                    .click();
            dora.button("Send report").click();
            dora.text("Thank you, we will look at it soon").waitFor();
            assertThat(dora.page().url()).endsWith("/works/" + work);

            dora.page().getByRole(AriaRole.DIALOG).getByLabel("Close").last().click();
            dora.button("More").click();
            Download saved = dora.page()
                    .waitForDownload(() -> dora.page().getByText("Download").click());
            assertThat(saved.path()).isNotEmptyFile();
            dora.hasNoComplaints();
        }
    }

    @Test
    @Tag("CP-01")
    void anUploadGoesOnWhereTheConnectionWasLost() throws Exception {
        var film = Files.write(temporary.resolve("large.mp4"), Clips.padded(Clips.film(180, 320, 2), 5 << 20));
        var offsets = new CopyOnWriteArrayList<String>();
        try (var emma = Visit.phone(chromium, kanmai.address()).signUp("/sign-up", "emma")) {
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

    private static Locator.GetByRoleOptions like() {
        return new Locator.GetByRoleOptions().setName(Pattern.compile("^Like 0$"));
    }

    private static JsonNode comment(Caller caller, String work) {
        return caller.get("/api/works/" + work + "/comments").must(200).json().at("/items/0");
    }

    private static List<String> makers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.at("/work/creator/handle").asString())
                .toList();
    }

    /** Which part of the next page has the hashtag. */
    private static double share(Visit viewer, String hashtag) {
        var page = viewer.api("/api/feed?count=6").path("items");
        var with = page.valueStream().filter(item -> has(item, hashtag)).count();
        return with / (double) page.size();
    }

    private static boolean has(JsonNode item, String hashtag) {
        return item.at("/work/hashtags")
                .valueStream()
                .anyMatch(tag -> tag.asString().equals(hashtag));
    }

    /** Whether the first work is there because of a hashtag that the viewer likes. */
    private static boolean restsOn(JsonNode page, String hashtag) {
        return page.at("/items/0/why/terms")
                .valueStream()
                .anyMatch(term -> term.path("name").asString().equals("interest")
                        && term.path("detail").asString().equals(hashtag));
    }

    /** Swipes to two works of a hashtag and taps each twice. */
    private static void likes(Visit viewer, String hashtag) {
        for (int swipes = 0, liked = 0; swipes < 30 && liked < 2; swipes++) {
            var box = viewer.page().locator("article[aria-label^='" + hashtag + " ']").all().stream()
                    .filter(one -> Math.abs(one.boundingBox().y) < 4)
                    .findFirst();
            if (box.isPresent()) {
                viewer.page().mouse().dblclick(150, 300);
                viewer.button(Pattern.compile("^Like 1$")).first().waitFor();
                liked++;
            }
            viewer.page().keyboard().press("ArrowDown");
        }
    }

    private static void publish(Visit creator, Path film) {
        creator.open("/upload");
        creator.page().locator("input[type=file]").first().setInputFiles(film);
        creator.page().getByRole(AriaRole.PROGRESSBAR).waitFor();
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

    /** Swipes on until the work is in sight. */
    private static void find(Visit viewer, String title) {
        viewer.page().getByRole(AriaRole.ARTICLE).first().waitFor();
        for (var swipes = 0; swipes < 80 && !inSight(viewer, title); swipes++) {
            viewer.page().keyboard().press("ArrowDown");
        }
        assertThat(inSight(viewer, title)).as("in sight: " + title).isTrue();
    }

    private static boolean inSight(Visit viewer, String title) {
        return (boolean) viewer.page().evaluate("""
                (title) => [...document.querySelectorAll('article')].some((one) =>
                    one.ariaLabel === title && Math.abs(one.getBoundingClientRect().top) < 4)""", title);
    }
}
