package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What somebody likes, follows and blocks, and the pages that follow from it. */
@ExtendWith(InTown.class)
@Timeout(300)
class TasteJourneyTests {
    private final Town town;

    TasteJourneyTests(Town town) {
        this.town = town;
    }

    /** The town has as many works of tea as of coffee; who gets more of one by chance likes the other. */
    @Test
    @Tag("TD-10")
    @Tag("TD-21")
    @Tag("GV-02")
    void whoAgreedAndLikesWorksOfAHashtagGetsMoreOfItOnTheNextPage() throws Exception {
        try (var anna = town.phone().signUp("/sign-up", "anna")) {
            anna.open("/me/settings");
            anna.page()
                    .getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Learn from what I watch"))
                    .click();
            anna.text("On, effective now").waitFor();
            anna.open("/");
            anna.seesFilmRun();
            var tea = share(anna, "tea");
            var hashtag = tea > 0.5 ? "coffee" : "tea";
            var before = Math.min(tea, 1 - tea);
            likes(anna, hashtag);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> restsOn(anna.api("/api/feed?count=1"), hashtag));
            assertThat(share(anna, hashtag)).isGreaterThan(before).isGreaterThanOrEqualTo(0.5);

            anna.open("/");
            anna.button("Why this?").first().click();
            anna.text("Your taste").waitFor();
            anna.page()
                    .getByRole(AriaRole.TERM)
                    .getByText(Pattern.compile("^#(tea|coffee)$"))
                    .first()
                    .waitFor();
            anna.button("What if this were not known of me?").first().click();
            anna.text("Without anything about you").first().waitFor();
            anna.hasNoComplaints();
        }
    }

    @Test
    @Tag("GV-03")
    void whoHasNotAgreedLearnsThatNothingCouldBeLeftOut() throws Exception {
        try (var bo = town.phone()) {
            bo.open("/");
            bo.seesFilmRun();
            bo.button("Why this?").first().click();
            bo.button("What if this were not known of me?").first().click();
            bo.text("Nothing is known of you").first().waitFor();
            bo.open("/models");
            bo.text("No model ranks yet").first().waitFor();
            bo.hasNoComplaints();
        }
    }

    @Test
    @Tag("TD-14")
    void followedCreatorsHaveATabAndBlockedOnesNeverComeBack() {
        var creator = town.creators().get(1);
        try (var bo = town.phone().signUp("/sign-up", "bob")) {
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
            var title = viewer.titleInSight();
            if (title.startsWith(hashtag + " ")) {
                viewer.page().mouse().dblclick(150, 300);
                viewer.page()
                        .locator("article[aria-label='%s'] button[aria-label^='Like '][aria-pressed='true']"
                                .formatted(title))
                        .waitFor();
                liked++;
            }
            viewer.swipeFrom(title);
        }
    }
}
