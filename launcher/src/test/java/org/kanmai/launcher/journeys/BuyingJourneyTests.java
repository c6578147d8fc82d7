package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.RunningKanmai;

/** From a film to a parcel and back: the product, the payment sandbox and a browser, all of them real. */
@Timeout(300)
class BuyingJourneyTests {
    private static final Pattern PAY = Pattern.compile("^Pay .*19\\.90");

    @TempDir
    Path temporary;

    private Chromium chromium;
    private RunningKanmai kanmai;

    @BeforeEach
    void theMarketIsOpen() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        chromium = Chromium.start();
        kanmai = RunningKanmai.start(
                temporary.resolve("data"), RunningKanmai.freePort(), Map.of("KANMAI_PAYMENT_SANDBOX", "on"));
        new Market(kanmai, Cast.operator(kanmai)).open();
    }

    @AfterEach
    void everythingStops() throws Exception {
        chromium.close();
        kanmai.stop();
    }

    @Test
    @Tag("EC-04")
    @Tag("EC-05")
    @Tag("EC-09")
    void threeTapsBuyWhatAFilmShowsAndTheMoneyComesBackWithTheGoods() {
        try (var anna = Visit.phone(chromium, address()).signUp("/sign-up", "anna");
                var mei = Visit.desktop(chromium, address()).signIn(Market.MERCHANT)) {
            liveSomewhere();
            anna.seesFilmRun();
            buy(anna);
            var order = anna.api("/api/me/orders").at("/items/0/id").asString();
            assertThat(anna.api("/api/me/orders/" + order).path("state").asString())
                    .isEqualTo("paid");
            assertThat(money(mei, "held")).isEqualTo(1890);

            ship(mei);
            anna.open("/orders/" + order);
            anna.button("I have received it").click();
            anna.text("All done. Thank you.").waitFor();

            refund(mei);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> anna.api("/api/me/orders/" + order)
                            .path("refund")
                            .asString()
                            .equals("done"));
            assertThat(money(mei, "held")).isZero();
            assertThat(money(mei, "free")).isZero();
            anna.hasNoComplaints();
            mei.hasNoComplaints();
        }
    }

    /** Under the name that the console shows: the provider's page opens in a frame of that site and of no other. */
    private URI address() {
        return URI.create("http://localhost:" + kanmai.address().getPort());
    }

    private void liveSomewhere() {
        Caller.signedIn(kanmai.address(), "anna").post("/api/me/addresses", """
                {"recipient": "Anna", "phone": "13800138000", "region": "Hangzhou", "street": "1 Tea Road", "standard": true}""").must(201);
    }

    /** The card, the one button of the sheet, the one button of the provider; the film goes on behind. */
    private static void buy(Visit anna) {
        anna.button(Pattern.compile(Market.PRODUCT)).first().click();
        anna.text("1 Tea Road").waitFor();
        anna.button(PAY).click();
        provider(anna)
                .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(PAY))
                .click();
        anna.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Paid").setExact(true))
                .waitFor();
        anna.seesFilmRun();
    }

    private static FrameLocator provider(Visit anna) {
        return anna.page().frameLocator("iframe");
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
