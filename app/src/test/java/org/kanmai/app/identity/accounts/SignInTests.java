package org.kanmai.app.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.Invitations;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class SignInTests {
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final Cast cast;
    private final Invitations invitations;
    private final int port;

    SignInTests(TestClock clock, JdbcClient jdbc, Cast cast, Invitations invitations, @LocalServerPort int port) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.cast = cast;
        this.invitations = invitations;
        this.port = port;
    }

    @Test
    void whoSignsUpIsSignedInAsViewerAndCreator() {
        var anna = Cast.handle("anna");
        var me = Browser.of(port, anna).get("/api/me").json();
        assertThat(me.path("person").path("handle").asString()).isEqualTo(anna);
        assertThat(me.path("roles").toString()).isEqualTo("[\"viewer\",\"creator\"]");
        assertThat(me.path("consents").get(0).path("given").asBoolean()).isTrue();
        assertThat(me.path("consents").get(1).path("given").asBoolean()).isFalse();
    }

    @Test
    void ofTwoWhoWantOneHandleAtOnceOneGetsIt() throws Exception {
        var handle = Cast.handle("anna");
        Callable<Integer> signUp = () -> new Browser(port).signUp(handle, "").status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = Stream.of(threads.submit(signUp), threads.submit(signUp), threads.submit(signUp));
            var answers = statuses.toList().stream().map(each -> {
                try {
                    return each.get();
                } catch (Exception failed) {
                    throw new AssertionError(failed);
                }
            });
            assertThat(answers).containsExactlyInAnyOrder(201, 409, 409);
        }
    }

    @Test
    void fiveWrongPasswordsLockTheHandleForAWhileEvenForTheRightOne() {
        var anna = Cast.handle("anna");
        Browser.of(port, anna);
        var thief = new Browser(port);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(thief.signIn(anna, "not her password").type()).isEqualTo("/problems/wrong-credentials");
        }
        var locked = thief.signIn(anna, Browser.PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.whole().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(600L, 900L);
        clock.forward(Duration.ofMinutes(15));
        assertThat(thief.signIn(anna, Browser.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void anUnknownHandleIsAnsweredAsAWrongPasswordIs() {
        var anna = Cast.handle("anna");
        Browser.of(port, anna);
        var stranger = new Browser(port);
        var wrong = stranger.signIn(anna, "not her password");
        var unknown = stranger.signIn(Cast.handle("nobody"), "not her password");
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void aChangeWithoutTheCsrfHeaderIsRefused() {
        var anna = Browser.of(port, Cast.handle("anna"));
        var answer = anna.withoutCsrf("PATCH", "/api/me", "{\"name\": \"Eve\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("/problems/csrf");
        assertThat(anna.get("/api/me").json().path("person").path("name").asString())
                .isEqualTo("Somebody");
    }

    @Test
    void aTokenThatSomebodyPlantedIsNeverTheSession() {
        var anna = Cast.handle("anna");
        Browser.of(port, anna);
        var planted = "A".repeat(43);
        var browser = new Browser(port);
        browser.keep("kanmai_session", planted);
        browser.signIn(anna, Browser.PASSWORD);
        assertThat(browser.cookie("kanmai_session")).hasSize(43).isNotEqualTo(planted);
        var first = browser.cookie("kanmai_session");
        browser.signIn(anna, Browser.PASSWORD);
        assertThat(browser.cookie("kanmai_session")).isNotEqualTo(first);
        var thief = new Browser(port);
        thief.keep("kanmai_session", first);
        assertThat(thief.get("/api/me").json().path("person").isNull()).isTrue();
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOnlyItsHashIsKept() {
        var browser = new Browser(port);
        var answer = browser.signUp(Cast.handle("anna"), "");
        var cookie = answer.cookies().stream()
                .filter(set -> set.startsWith("kanmai_session"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=2592000")
                .doesNotContain("Secure");
        assertThat(cast.tablesHolding(browser.cookie("kanmai_session"))).isEmpty();
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        var anna = Cast.handle("anna");
        var phone = Browser.of(port, anna);
        var laptop = new Browser(port);
        laptop.signIn(anna, Browser.PASSWORD);
        assertThat(laptop.get("/api/me").json().path("person").isNull()).isFalse();
        assertThat(phone.delete("/api/sessions", "").status()).isEqualTo(204);
        assertThat(laptop.get("/api/me").json().path("person").isNull()).isTrue();
        assertThat(phone.get("/api/me").json().path("person").isNull()).isTrue();
    }

    @Test
    void aSessionEndedByAnotherProcessIsOverWithinTwoSeconds() {
        var anna = Cast.handle("anna");
        var browser = Browser.of(port, anna);
        browser.get("/api/me");
        jdbc.sql("delete from identity.session where person = :person")
                .param("person", cast.id(anna).value())
                .update();
        clock.forward(Duration.ofSeconds(2));
        assertThat(browser.get("/api/me").json().path("person").isNull()).isTrue();
    }

    @Test
    void aSessionLives30DaysFromItsLastUse() {
        var browser = Browser.of(port, Cast.handle("anna"));
        clock.forward(Duration.ofDays(29));
        assertThat(browser.get("/api/me").json().path("person").isNull()).isFalse();
        clock.forward(Duration.ofDays(29));
        assertThat(browser.get("/api/me").json().path("person").isNull()).isFalse();
        clock.forward(Duration.ofDays(31));
        assertThat(browser.get("/api/me").json().path("person").isNull()).isTrue();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        var anna = Cast.handle("anna");
        var phone = Browser.of(port, anna);
        var laptop = new Browser(port);
        laptop.signIn(anna, Browser.PASSWORD);
        assertThat(phone.put("/api/me/password", "{\"current\": \"wrong wrong\", \"next\": \"battery staple\"}")
                        .status())
                .isEqualTo(422);
        var change = "{\"current\": \"%s\", \"next\": \"battery staple\"}".formatted(Browser.PASSWORD);
        assertThat(phone.put("/api/me/password", change).status()).isEqualTo(204);
        assertThat(laptop.get("/api/me").json().path("person").isNull()).isTrue();
        assertThat(phone.get("/api/me").json().path("person").isNull()).isFalse();
        assertThat(laptop.signIn(anna, "battery staple").status()).isEqualTo(200);
    }

    @Test
    void anInvitationMakesOneOperatorOnceAndTheNewestCounts() {
        jdbc.sql("delete from identity.role where role = 'operator'").update();
        var replaced = invitations.firstOperator().orElseThrow();
        var code = invitations.firstOperator().orElseThrow();
        var first = Cast.handle("anna");
        assertThat(welcome(replaced, Cast.handle("bo")).type()).isEqualTo("/problems/invitation-gone");
        assertThat(welcome(code, first).json().path("roles").toString()).contains("operator");
        assertThat(welcome(code, Cast.handle("bo")).status()).isEqualTo(409);
        assertThat(invitations.firstOperator()).isEmpty();
        jdbc.sql("delete from identity.role where role = 'operator'").update();
        var late = invitations.firstOperator().orElseThrow();
        clock.forward(Duration.ofHours(24));
        assertThat(welcome(late, Cast.handle("bo")).status()).isEqualTo(409);
    }

    private Browser.Answer welcome(String code, String handle) {
        return new Browser(port).post("/api/people", """
                {"handle": "%s", "name": "Operator", "password": "%s", "invitation": "%s"}
                """.formatted(handle, Browser.PASSWORD, code));
    }
}
