package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules of distribution in a browser: written, put right, tried, proposed, seen by everybody, and taken back. */
@ExtendWith(InTown.class)
@Timeout(300)
class RulesJourneyTests {
    private final Town town;

    RulesJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    @Tag("TD-22")
    @Tag("GV-22")
    void whatAnOperatorProposesEverybodySeesAtOnceAndNothingIsReleasedByOneInAHurry() {
        var why = "More people for the first pool";
        try (var lin = town.desktop().signIn(Town.OPERATOR);
                var visitor = town.phone()) {
            lin.open("/operator/policies");
            var text = lin.field("The document of the rules");
            var drafted = text.inputValue();
            text.fill(drafted.replace("quota: [200, 500]", "quota: [500, 200]"));
            lin.button("Check").click();
            var line = drafted.lines().toList().indexOf("  - quota: [200, 500]") + 1;
            lin.button("Line " + line).waitFor();
            assertThat(lin.complaints()).allMatch(one -> one.contains("422"));

            text.fill(drafted.replace("quota: [200, 500]", "quota: [300, 600]"));
            text.press("Control+Enter");
            lin.text("No problems: it can be proposed").waitFor();
            lin.button("Try it on the last 30 days").click();
            var tried = lin.page()
                    .getByRole(
                            AriaRole.REGION,
                            new Page.GetByRoleOptions().setName(Pattern.compile("tried on the last 30 days$")));
            tried.getByText(Pattern.compile("^(All works|Nothing was judged in these days yet)$"))
                    .waitFor();
            lin.button("Against the version in force").click();
            lin.text("quota: [300, 600]").waitFor();
            lin.button("Propose…").click();
            lin.field("Why change the rules?").fill(why);
            lin.button("Propose in public").click();
            var card = lin.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(why));
            card.getByText(Pattern.compile("^(24:00:00|23:5\\d:\\d\\d)$")).waitFor();
            assertThat(deed(card, "Release alone").isDisabled()).isTrue();

            visitor.open("/rules");
            visitor.text(why).waitFor();
            visitor.text("200–500").waitFor();
            visitor.text("The signature holds; your browser checked it").waitFor();
            Download saved = visitor.page()
                    .waitForDownload(
                            () -> visitor.button("Download this version").click());
            assertThat(saved.path()).content().contains("quota: [200, 500]");
            visitor.hasNoComplaints();

            deed(card, "Withdraw").click();
            lin.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                    .click();
            lin.text("No proposal waits for a decision").waitFor();
            lin.hasNoComplaints();
            visitor.open("/rules/1");
            visitor.text("How a work climbs, pool by pool").waitFor();
            assertThat(visitor.text(why).count()).isZero();
        }
    }

    private static Locator deed(Locator card, String name) {
        return card.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
