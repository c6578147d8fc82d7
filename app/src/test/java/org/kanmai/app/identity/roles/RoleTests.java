package org.kanmai.app.identity.roles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
@Tag("GV-06")
class RoleTests {
    private final Cast cast;
    private final JdbcClient jdbc;
    private final int port;

    RoleTests(Cast cast, JdbcClient jdbc, @LocalServerPort int port) {
        this.cast = cast;
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void nobodyIsOperator() {
        jdbc.sql("delete from identity.role where role = 'operator'").update();
    }

    @Test
    void theOnlyOperatorDecidesAloneAndItShows() {
        var olga = operator("olga");
        var bo = Cast.handle("bo");
        var merchant = Browser.of(port, bo);
        var decided = decide(olga, ask(olga, bo, "merchant"), true).json();
        assertThat(decided.path("singleHanded").asBoolean()).isTrue();
        assertThat(merchant.get("/api/me").json().path("roles").toString()).contains("merchant");
    }

    @Test
    void withTwoOperatorsTheOtherOneDecides() {
        var olga = operator("olga");
        var oskar = operator("oskar");
        var bo = Cast.handle("bo");
        Browser.of(port, bo);
        var request = ask(olga, bo, "auditor");
        assertThat(decide(olga, request, true).type()).isEqualTo("/problems/second-operator-needed");
        var decided = decide(oskar, request, true).json();
        assertThat(decided.path("state").asString()).isEqualTo("approved");
        assertThat(decided.path("singleHanded").asBoolean()).isFalse();
        assertThat(decide(oskar, request, true).type()).isEqualTo("/problems/already-decided");
    }

    @Test
    void aRefusedRequestGivesNothing() {
        var olga = operator("olga");
        var bo = Cast.handle("bo");
        var browser = Browser.of(port, bo);
        decide(olga, ask(olga, bo, "operator"), false);
        assertThat(browser.get("/api/me").json().path("roles").toString()).doesNotContain("operator");
        assertThat(browser.get("/api/role-requests").status()).isEqualTo(403);
    }

    @Test
    void theLastOperatorStays() {
        var handle = Cast.handle("olga");
        var olga = Browser.of(port, handle);
        cast.makeOperator(handle);
        olga.signIn(handle, Browser.PASSWORD);
        var request = olga.post("/api/role-requests", """
                {"handle": "%s", "role": "operator", "change": "revoke", "reason": "leaves"}
                """.formatted(handle))
                .json()
                .path("id")
                .asString();
        assertThat(decide(olga, request, true).type()).isEqualTo("/problems/last-operator");
    }

    private Browser operator(String name) {
        var handle = Cast.handle(name);
        var browser = Browser.of(port, handle);
        cast.makeOperator(handle);
        browser.signIn(handle, Browser.PASSWORD);
        return browser;
    }

    private static String ask(Browser operator, String handle, String role) {
        return operator.post("/api/role-requests", """
                {"handle": "%s", "role": "%s", "reason": "helps us"}
                """.formatted(handle, role))
                .json()
                .path("id")
                .asString();
    }

    private static Browser.Answer decide(Browser operator, String request, boolean approve) {
        return operator.post("/api/role-requests/" + request + "/decision", "{\"approve\": " + approve + "}");
    }
}
