package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kanmai.launcher.Caller;
import tools.jackson.databind.JsonNode;

/** From a film to a parcel and back: the product, the payment sandbox and a browser, all of them real. */
@ExtendWith(InTown.class)
@Timeout(300)
class BuyingJourneyTests {
    private static final List<String> ALL_STEPS =
            List.of("exposed", "watched", "opened product", "converted ordered", "converted paid");
    private static final Pattern PAY = Pattern.compile("^Pay .*19\\.90");

    private final Town town;

    BuyingJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    @Tag("EC-04")
    @Tag("EC-05")
    @Tag("EC-09")
    @Tag("DX-01")
    void threeTapsBuyWhatAFilmShowsAndTheMoneyComesBackWithTheGoods() throws Exception {
        var film = town.market();
        try (var bella = town.phone().signUp("/sign-up", "bella");
                var mei = town.desktop().signIn(Market.MERCHANT)) {
            liveSomewhere();
            // Who has just signed up looks at the feed already: what is in sight there never comes back on another
            // page.
            bella.find(Market.FILM);
            bella.seesFilmRun();
            buy(bella);
            var order = bella.api("/api/me/orders").at("/items/0/id").asString();
            assertThat(bella.api("/api/me/orders/" + order).path("state").asString())
                    .isEqualTo("paid");
            assertThat(money(mei, "held")).isEqualTo(1890);

            // The film still runs: what is left to tell of it would hang on the last breath of a page that goes.
            leadsBackToTheFilm(mei, order, film);

            ship(mei);
            bella.open("/orders/" + order);
            bella.button("I have received it").click();
            bella.text("All done. Thank you.").waitFor();

            refund(mei);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> bella.api("/api/me/orders/" + order)
                            .path("refund")
                            .asString()
                            .equals("done"));
            assertThat(money(mei, "held")).isZero();
            assertThat(money(mei, "free")).isZero();
            bella.hasNoComplaints();
            mei.hasNoComplaints();
        }
    }

    private void liveSomewhere() {
        Caller.signedIn(town.address(), "bella").post("/api/me/addresses", """
                {"recipient": "Bella", "phone": "13800138000", "region": "Hangzhou", "street": "1 Tea Road", "standard": true}""").must(201);
    }

    /** The card, the one button of the sheet, the one button of the provider; the film goes on behind. */
    private static void buy(Visit bella) {
        bella.button(Pattern.compile(Market.PRODUCT)).first().click();
        bella.text("1 Tea Road").waitFor();
        bella.button(PAY).click();
        provider(bella)
                .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(PAY))
                .click();
        bella.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Paid").setExact(true))
                .waitFor();
        bella.seesFilmRun();
    }

    /** The order's trace, and the funnel of its shop. */
    private static void leadsBackToTheFilm(Visit mei, String order, String film) {
        // What a browser saw it tells some seconds later, and then later than what it led to.
        var line = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> mei.api("/api/orders/" + order + "/trace").at("/lines/0"),
                        one -> steps(one).containsAll(ALL_STEPS));
        assertThat(line.path("work").asString()).isEqualTo(film);
        assertThat(steps(line))
                .startsWith("exposed")
                .contains("watched", "opened product", "converted ordered")
                .endsWith("converted paid");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> showsAllSteps(mei));
    }

    /** Others of the town may have seen and opened it too; bought it has nobody else. */
    private static boolean showsAllSteps(Visit mei) {
        mei.open("/shop/board");
        mei.page().getByRole(AriaRole.LISTITEM).first().waitFor();
        return Stream.of("Shown[1-9]", "Opened product[1-9]", "Ordered1", "Paid1")
                .map(step -> new Locator.FilterOptions().setHasText(Pattern.compile("^" + step)))
                .allMatch(step ->
                        mei.page().getByRole(AriaRole.LISTITEM).filter(step).count() > 0);
    }

    private static List<String> steps(JsonNode line) {
        return line.path("steps")
                .valueStream()
                .map(step -> (step.path("kind").asString() + " "
                                + step.path("detail").asString(""))
                        .strip())
                .toList();
    }

    private static FrameLocator provider(Visit bella) {
        return bella.page().frameLocator("iframe");
    }

    private static void ship(Visit mei) {
        mei.open("/shop/orders");
        mei.text(Market.PRODUCT).first().click();
        mei.text("1 Tea Road").waitFor();
        mei.field("Carrier").fill("SF");
        mei.field("Tracking number").fill("SF12345678");
        mei.button("Ship").click();
        mei.text("Shipped; the buyer sees the number").waitFor();
    }

    private static void refund(Visit mei) {
        mei.open("/shop/orders?state=received");
        mei.text(Market.PRODUCT).first().click();
        mei.button("Refund the buyer").click();
        mei.button(Pattern.compile("^Refund .*19\\.90")).click();
        mei.text("The refund is under way").waitFor();
    }

    private static long money(Visit mei, String purpose) {
        return mei.api("/api/me/shop/money").path(purpose).path("minor").asLong();
    }
}
