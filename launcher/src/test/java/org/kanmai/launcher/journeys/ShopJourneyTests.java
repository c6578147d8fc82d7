package org.kanmai.launcher.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kanmai.launcher.Caller;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole shop, from a film to everybody's statement: a group of two with a coupon, parcels, a return, a review. Deep, because terms of the
 * alliance hold two minutes after they are made; {@code WholeSaleTests} of the application has the same figures every day.
 */
@ExtendWith(InTown.class)
@Timeout(600)
@Tag("deep")
class ShopJourneyTests {
    private static final Pattern TWO = Pattern.compile("^Pay .*28\\.00");
    private static final Pattern ONE = Pattern.compile("^Pay .*15\\.00");

    private final Town town;

    ShopJourneyTests(Town town) {
        this.town = town;
    }

    @Test
    @Tag("SF-01")
    @Tag("EC-08")
    @Tag("EC-11")
    @Tag("CR-03")
    void aGroupBuysWhatAFilmShowsAndEverybodyGetsWhatIsTheirs() throws Exception {
        var months = new Months();
        long before = fees(months);
        var bazaar = Bazaar.open(town);
        try (var nell = town.phone().signIn(Bazaar.FIRST);
                var omar = town.phone().signIn(Bazaar.SECOND)) {
            joins(omar, opens(nell));
            var led = order(bazaar.first());
            var joined = order(bazaar.second());
            arrives(bazaar, nell, led, joined);
            givesOneBack(bazaar, nell, led);
            reviews(nell, omar, led, bazaar.stall().product());
            nell.hasNoComplaints();
            omar.hasNoComplaints();
        }
        addsUp(bazaar, months, before);
    }

    private long fees(Months months) {
        return months.statement(town.operator(), "/api/settlement/statement").getOrDefault("closing", 0L);
    }

    /** By the film's card: two units, a group, the coupon, paid; the link to it is what the first hands on. */
    private static String opens(Visit nell) {
        nell.find(Bazaar.FILM);
        nell.button(Pattern.compile(Bazaar.PRODUCT)).first().click();
        nell.text("2 Tea Road").waitFor();
        nell.button("Open a group").click();
        nell.button("One more").click();
        pays(nell, TWO);
        nell.page().waitForURL(Pattern.compile("/group/\\d+$"));
        nell.text("1 more needed").waitFor();
        var path = nell.page().url();
        var shared = nell.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/api/shares"),
                        () -> nell.button("Invite friends").click());
        return path + "?share="
                + JsonMapper.shared().readTree(shared.text()).path("id").asString();
    }

    private static void joins(Visit omar, String link) {
        omar.page().navigate(link);
        omar.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Join for .*15\\.00")))
                .click();
        omar.text("You join this group").waitFor();
        pays(omar, ONE);
        omar.text("Everybody is here; the shop can send the parcels.").waitFor();
    }

    private static void pays(Visit buyer, Pattern sum) {
        buyer.button(sum).click();
        buyer.page()
                .frameLocator("iframe")
                .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(sum))
                .click();
    }

    private static String order(Caller buyer) {
        return buyer.get("/api/me/orders").must(200).json().at("/items/0/id").asString();
    }

    private static void arrives(Bazaar bazaar, Visit nell, String led, String joined) {
        bazaar.ship(led, 1);
        bazaar.ship(joined, 2);
        for (var buyer : Map.of(led, bazaar.first(), joined, bazaar.second()).entrySet()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> buyer.getValue()
                            .get("/api/me/orders/" + buyer.getKey())
                            .must(200)
                            .json()
                            .path("state")
                            .asString()
                            .equals("received"));
        }
        nell.open("/orders/" + led);
        nell.page()
                .getByText("Delivered", new Page.GetByTextOptions().setExact(true))
                .waitFor();
    }

    private static void givesOneBack(Bazaar bazaar, Visit nell, String led) {
        nell.button("Return or refund").click();
        nell.button("Send").click();
        nell.text("Waiting for the shop").first().waitFor();
        bazaar.takeBack(led);
        nell.open("/orders/" + led);
        nell.text("Refunded").first().waitFor();
    }

    private static void reviews(Visit nell, Visit omar, String led, String product) {
        nell.open("/orders/" + led);
        nell.button("Write a review").click();
        nell.page().getByText("5 stars").locator("..").click();
        nell.field("Your words (optional)").fill("Smells of honey");
        nell.button("Publish").click();
        nell.text("Smells of honey").first().waitFor();
        omar.open("/products/" + product);
        omar.text("Smells of honey").first().waitFor();
    }

    /**
     * Of 30.00 − 2.00 = 28.00: fee 1.40, commission 5.60 (platform 0.56, agency 1.51, creator 3.53), shop 21.00; of 15.00, to which no film
     * led: fee 0.75, shop 14.25. One of two units takes back half, each part cut to the cent: 14.00 to its buyer; fee 0.70, platform 0.28,
     * agency 0.75, creator 1.76. It can still all go back, so that everything is held.
     */
    private void addsUp(Bazaar bazaar, Months months, long before) {
        assertThat(months.statement(bazaar.creator(), "/api/me/statement"))
                .isEqualTo(Map.of("work-sales", 353L, "commissions-back", -176L, "closing", 177L, "held", 177L));
        assertThat(months.statement(bazaar.agency(), "/api/me/statement"))
                .isEqualTo(Map.of("creators-sales", 151L, "commissions-back", -75L, "closing", 76L, "held", 76L));
        assertThat(months.statement(bazaar.stall().merchant(), "/api/me/shop/statement"))
                .isEqualTo(Map.of(
                        "sales",
                        2_800L + 1_500,
                        "fees",
                        -140L - 56 - 75,
                        "commissions",
                        -353L - 151,
                        "refunds",
                        -1_400L,
                        "fees-back",
                        70L + 28,
                        "commissions-back",
                        176L + 75,
                        "closing",
                        2_474L,
                        "held",
                        2_474L));
        assertThat(fees(months) - before).isEqualTo(140 + 56 + 75 - 70 - 28);
        assertThat(177 + 76 + 2_474 + 173)
                .as("what was paid and did not go back")
                .isEqualTo(4_300 - 1_400);
        try (var carla = town.desktop().signIn(Bazaar.CREATOR)) {
            carla.open("/me/earnings");
            carla.text("1.77").first().waitFor();
            carla.hasNoComplaints();
        }
    }
}
