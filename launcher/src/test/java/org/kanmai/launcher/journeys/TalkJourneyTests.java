package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kanmai.launcher.Caller;
import tools.jackson.databind.JsonNode;

/** What people say about a film, and taking it along. */
@ExtendWith(InTown.class)
@Timeout(300)
class TalkJourneyTests {
    private final Town town;

    TalkJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    @Tag("CP-18")
    @Tag("AX-01")
    void peopleTalkAndSaveTheFilmOnThePageWhereItPlays() {
        var work = town.creators()
                .get(0)
                .get("/api/topics/tea/works")
                .must(200)
                .json()
                .at("/items/0/id")
                .asString();
        var chat = Caller.signedUp(town.address(), "guest", "");
        chat.post("/api/works/" + work + "/comments", "{\"text\": \"Which mountain is it from?\"}")
                .must(201);
        try (var dora = town.phone().signUp("/sign-up", "dora")) {
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

    private static Locator.GetByRoleOptions like() {
        return new Locator.GetByRoleOptions().setName(Pattern.compile("^Like 0$"));
    }

    private static JsonNode comment(Caller caller, String work) {
        return caller.get("/api/works/" + work + "/comments").must(200).json().at("/items/0");
    }
}
