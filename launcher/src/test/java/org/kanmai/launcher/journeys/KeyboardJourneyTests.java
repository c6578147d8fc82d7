package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kanmai.launcher.journeys.Walk.Route;

/** The app without a mouse and without a finger. */
@ExtendWith(InTown.class)
@Timeout(300)
class KeyboardJourneyTests {
    private static final List<String> PAGES = List.of(
            "/", "/me", "/me/settings", "/upload", "/cart", "/operator/reviews", "/operator/board", "/operator/people");
    private static final String IN_SIGHT = "section:not([inert]) > article";

    private final Town town;

    KeyboardJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    void tabComesToEveryControlAndShowsWhereItIs() {
        try (var lin = town.desktop().signIn(Town.OPERATOR)) {
            var walk = new Walk(lin, Map.of());
            for (var path : PAGES) {
                assertThat(walk.goes(new Route(path, ""), path)).isEmpty();
                assertThat(Tabbing.faults(lin)).as(path).isEmpty();
            }
        }
    }

    @Test
    void theKeysOfTheStageDoWhatTheySay() {
        try (var kim = town.desktop().signUp("/sign-up", "kim")) {
            kim.open("/");
            kim.seesFilmRun();
            var first = inSight(kim);
            kim.page().keyboard().press("ArrowDown");
            leaves(kim, first);
            kim.page().keyboard().press("ArrowUp");
            kim.page().locator(IN_SIGHT + "[aria-label='" + first + "']").waitFor();
            shown(kim, "^Share ").focus();
            kim.page().keyboard().press("ArrowDown");
            leaves(kim, first);

            kim.seesFilmRun();
            kim.page().evaluate("document.activeElement.blur()");
            kim.page().keyboard().press(" ");
            kim.page().waitForFunction("[...document.querySelectorAll('video')].every((one) => one.paused)");
            kim.page().keyboard().press(" ");
            kim.seesFilmRun();
            kim.page().keyboard().press("l");
            kim.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Like 1").setPressed(true))
                    .waitFor();
            kim.page().keyboard().press("c");
            kim.field("Say something nice…").waitFor();
            kim.page().keyboard().press("Escape");
            kim.page().waitForFunction("!document.querySelector('aside')");
            kim.hasNoComplaints();
        }
    }

    @Test
    void aSheetKeepsTheFocusAndGivesItBack() {
        try (var leo = town.phone().signUp("/sign-up", "leo")) {
            leo.open("/");
            leo.seesFilmRun();
            var look = new Look(leo);
            for (var opens : List.of("^Share ", "^More$", "^Comment ")) {
                var opener = shown(leo, opens);
                opener.focus();
                leo.page().keyboard().press(opens.equals("^More$") ? " " : "Enter");
                leo.page().getByRole(AriaRole.DIALOG).waitFor();
                assertThat(look.faults()).as(opens).isEmpty();
                for (int press = 0; press < 14; press++) {
                    leo.page().keyboard().press("Tab");
                    assertThat((boolean) leo.page().evaluate("""
                            () => document.activeElement === document.body || document.activeElement.closest('dialog') !== null""")).as(opens).isTrue();
                }
                leo.page().keyboard().press("Escape");
                leo.page().waitForFunction("!document.querySelector('dialog')");
                assertThat((boolean) opener.evaluate("(one) => one === document.activeElement"))
                        .as(opens)
                        .isTrue();
            }
            leo.hasNoComplaints();
        }
    }

    /** A button of the work in sight. */
    private static Locator shown(Visit visit, String name) {
        return visit.page()
                .locator(IN_SIGHT)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private static String inSight(Visit visit) {
        return visit.page().locator(IN_SIGHT).getAttribute("aria-label");
    }

    private static void leaves(Visit visit, String title) {
        visit.page()
                .waitForFunction("(title) => document.querySelector('" + IN_SIGHT + "')?.ariaLabel !== title", title);
    }
}
