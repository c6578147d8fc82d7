package org.kanmai.app.identity.consents;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.identity.Told;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.Viewers;
import org.kanmai.facts.ConsentChanged;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

@KanmaiTest
@Tag("GV-02")
class ConsentTests {
    private final Viewers viewers;
    private final Pseudonyms pseudonyms;
    private final Told told;
    private final TestClock clock;
    private final ConsentGauges gauges;
    private final MeterRegistry meters;
    private final int port;

    ConsentTests(
            Viewers viewers,
            Pseudonyms pseudonyms,
            Told told,
            TestClock clock,
            ConsentGauges gauges,
            MeterRegistry meters,
            @LocalServerPort int port) {
        this.viewers = viewers;
        this.pseudonyms = pseudonyms;
        this.told = told;
        this.clock = clock;
        this.gauges = gauges;
        this.meters = meters;
        this.port = port;
    }

    @Test
    void aWithdrawnConsentHoldsFromTheNextRequestOn() {
        var browser = Browser.of(port, Cast.handle("anna"));
        var before = viewer(browser);
        assertThat(before.profiled()).isTrue();
        assertThat(behaviour(browser, false).status()).isEqualTo(200);
        var after = viewer(browser);
        assertThat(after.profiled()).isFalse();
        assertThat(after.pseudonym()).isNotEqualTo(before.pseudonym());
        assertThat(pseudonyms.belongs(after, before.pseudonym())).isTrue();
        assertThat(told.of(ConsentChanged.class))
                .anyMatch(fact -> fact.pseudonym().equals(before.pseudonym()) && !fact.given());
        assertThat(told.of(PseudonymRetired.class))
                .anyMatch(fact -> fact.pseudonym().equals(before.pseudonym()));
    }

    @Test
    void whoDidNotConsentIsSomebodyElseEachDayAndOnlyForADayTheSame() {
        var browser = new Browser(port);
        browser.signUp(Cast.handle("anna"), "");
        var today = viewer(browser);
        assertThat(today.profiled()).isFalse();
        assertThat(viewer(browser).pseudonym()).isEqualTo(today.pseudonym());
        clock.forward(Duration.ofDays(1));
        var tomorrow = viewer(browser);
        assertThat(tomorrow.pseudonym()).isNotEqualTo(today.pseudonym());
        assertThat(pseudonyms.belongs(tomorrow, today.pseudonym())).isTrue();
        clock.forward(Duration.ofHours(24));
        assertThat(pseudonyms.belongs(viewer(browser), today.pseudonym())).isFalse();
    }

    @Test
    void aBrowserWithoutAnAccountIsNotProfiledUntilItConsents() {
        var browser = new Browser(port);
        var before = viewer(browser);
        assertThat(before.profiled()).isFalse();
        behaviour(browser, true);
        var profiled = viewer(browser);
        assertThat(profiled.profiled()).isTrue();
        assertThat(profiled.pseudonym()).isNotEqualTo(before.pseudonym());
        clock.forward(Duration.ofDays(3));
        assertThat(viewer(browser).pseudonym()).isEqualTo(profiled.pseudonym());
        behaviour(browser, false);
        assertThat(viewer(browser).profiled()).isFalse();
        assertThat(told.of(PseudonymRetired.class))
                .anyMatch(fact -> fact.pseudonym().equals(profiled.pseudonym()));
        assertThat(browser.put("/api/me/consents/region", "{\"given\": true}").status())
                .isEqualTo(401);
    }

    @Test
    void anAccountIsNeverTheBrowserBeforeIt() {
        var browser = new Browser(port);
        var visitor = viewer(browser);
        browser.signUp(Cast.handle("anna"), "\"behaviour\"");
        var person = viewer(browser);
        assertThat(person.pseudonym()).isNotEqualTo(visitor.pseudonym());
        assertThat(pseudonyms.belongs(person, visitor.pseudonym())).isFalse();
    }

    @Test
    void aForgedVisitorIsNobodyKnown() {
        var browser = new Browser(port);
        var cookie = browser.cookie("kanmai_visitor");
        var forged = (cookie.charAt(3) == 'A' ? "B" : "A");
        browser.keep("kanmai_visitor", cookie.substring(0, 3) + forged + cookie.substring(4));
        browser.get("/api/me");
        assertThat(browser.cookie("kanmai_visitor")).isNotEqualTo(cookie);
        assertThat(pseudonyms.belongs(viewer(browser), viewer(new Browser(port)).pseudonym()))
                .isFalse();
    }

    @Test
    void howManyConsentedIsMeasured() {
        Browser.of(port, Cast.handle("anna"));
        gauges.measure();
        assertThat(meters.get("identity.consent.answered")
                        .tag("purpose", "behaviour")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("identity.consent.given")
                        .tag("purpose", "behaviour")
                        .gauge()
                        .value())
                .isGreaterThan(0);
    }

    @Test
    void everyAnswerStaysOnRecordForWhoGaveItAndForNobodyElse() {
        var browser = Browser.of(port, Cast.handle("anna"));
        var other = Browser.of(port, Cast.handle("bo"));
        clock.forward(Duration.ofMinutes(1));
        var before = clock.instant();
        behaviour(browser, false);
        var after = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        browser.put("/api/me/consents/region", "{\"given\": true}");
        var first = browser.get("/api/me/consents/history?limit=2").json();
        assertThat(answers(first)).containsExactly("region true", "behaviour false");
        assertThat(Instant.parse(first.at("/items/1/at").asString()))
                .isBetween(before.minusMillis(1), after.plusMillis(1));
        var rest = browser.get("/api/me/consents/history?limit=2&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(answers(rest)).hasSize(2);
        assertThat(answers(browser.get("/api/me/consents/history").json())).contains("behaviour true");
        assertThat(answers(other.get("/api/me/consents/history").json()))
                .hasSize(3)
                .doesNotContain("region true");
        assertThat(new Browser(port).get("/api/me/consents/history").status()).isEqualTo(401);
    }

    private static List<String> answers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("purpose").asString() + " "
                        + each.path("given").asBoolean())
                .toList();
    }

    private static Browser.Answer behaviour(Browser browser, boolean given) {
        return browser.put("/api/me/consents/behaviour", "{\"given\": " + given + "}");
    }

    private Viewer viewer(Browser browser) {
        browser.get("/api/me");
        var request = new MockHttpServletRequest("GET", "/api/me");
        request.setCookies(cookie(browser, "kanmai_session"), cookie(browser, "kanmai_visitor"));
        if (browser.cookie("kanmai_session").isEmpty()) {
            request.setCookies(cookie(browser, "kanmai_visitor"));
        }
        return viewers.of(request, new MockHttpServletResponse());
    }

    private static Cookie cookie(Browser browser, String name) {
        return new Cookie(name, browser.cookie(name));
    }
}
