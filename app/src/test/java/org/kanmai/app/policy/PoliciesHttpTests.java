package org.kanmai.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.distribution.policy.PolicyDocument;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies over HTTP: what everybody sees, what operators do, and what is refused. */
@KanmaiTest
@Tag("TD-22")
@Tag("GV-22")
@TestInstance(Lifecycle.PER_CLASS)
class PoliciesHttpTests {
    /** Other tests may have made it known what a day carries. */
    private static final String TRIAL = "{\"waiver\": \"a trial\"}";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Cast cast;
    private final Assembly assembly;
    private final int port;

    PoliciesHttpTests(Cast cast, Assembly assembly, @LocalServerPort int port) {
        this.cast = cast;
        this.assembly = assembly;
        this.port = port;
    }

    @AfterAll
    void adjourn() {
        assembly.adjourn();
    }

    @Test
    void aProposalIsPublicAtOnceAndHoldsWhenAnotherApproves() {
        var olga = operator();
        var oskar = operator();
        var anybody = new Browser(port);
        int version = proposed(olga);
        var seen = proposal(anybody, version);
        assertThat(seen.path("state").asString()).isEqualTo("proposed");
        assertThat(seen.path("why").asString()).isEqualTo("更公平");
        assertThat(seen.path("by").path("role").asString()).isEqualTo("operator");
        assertThat(seen.path("by").has("name") && !seen.path("by").path("name").isNull())
                .as("names are for operators")
                .isFalse();
        assertThat(proposal(oskar, version).path("by").path("name").asString()).isEqualTo("Somebody");
        assertThat(proposal(olga, version).path("mine").asBoolean()).isTrue();

        assertThat(post(olga, version, "approval", TRIAL).type()).isEqualTo("/problems/second-operator-needed");
        assertThat(post(olga, version, "release", "{}").type()).isEqualTo("/problems/notice-not-over");
        assertThat(post(oskar, version, "release", "{}").type()).isEqualTo("/problems/proposer-only");
        var approved = post(oskar, version, "approval", TRIAL);
        assertThat(approved.json().path("state").asString()).as(approved.body()).isEqualTo("released");
        var holding = anybody.get("/api/policies/in-force").json();
        assertThat(holding.path("version").asInt()).isEqualTo(version);
        assertThat(holding.path("how").asString()).isEqualTo("two-people");
        assertThat(holding.at("/rules/pools/1/most").asInt()).isEqualTo(5_000);

        assertThat(post(oskar, version, "rollback", "{\"why\": \"too early\"}").status())
                .isEqualTo(200);
        assertThat(anybody.get("/api/policies").json().path("inForce").asInt()).isNotEqualTo(version);
        assertThat(post(olga, version, "rollback", "{\"why\": \"too early\"}").type())
                .isEqualTo("/problems/not-in-force");
        assertThat(anybody.get("/api/policies/in-force?at="
                                + holding.path("since").asString())
                        .json()
                        .path("version")
                        .asInt())
                .as("the past stays as it was")
                .isEqualTo(version);
    }

    @Test
    void theTextIsSignedWithAKeyThatAllCanSee() throws Exception {
        var anybody = new Browser(port);
        for (int version : List.of(1, proposed(operator()))) {
            var whole = anybody.get("/api/policies/" + version).json();
            byte[] text = whole.path("text").asString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            assertThat(decoded(whole, "digest")).isEqualTo(digest);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            key(anybody, whole.path("key").asString()))));
            check.update(digest);
            assertThat(check.verify(decoded(whole, "signature"))).isTrue();
        }
        assertThat(anybody.get("/api/policies/1").json().path("text").asString())
                .isEqualTo(PolicyDocument.firstText());
    }

    @Test
    void ofTwoOperatorsAtOnceOneApprovesAndOneProposes() throws Exception {
        int version = proposed(operator());
        assertThat(atOnce(
                        () -> post(operator(), version, "approval", TRIAL).status(),
                        () -> post(operator(), version, "approval", TRIAL).status()))
                .containsExactlyInAnyOrder(200, 409);
        int next = assembly.next();
        var olga = operator();
        var oskar = operator();
        assertThat(atOnce(
                        () -> propose(olga, text(next), "one").status(),
                        () -> propose(oskar, text(next), "other").status()))
                .containsExactlyInAnyOrder(201, 409);
        assertThat(propose(oskar, text(next), "late").json().path("next").asInt())
                .isEqualTo(next + 1);
        assertThat(post(oskar, next, "withdrawal", "{}").json().path("state").asString())
                .isEqualTo("withdrawn");
        assertThat(post(olga, next, "withdrawal", "{}").status()).isEqualTo(409);
        assertThat(new Browser(port).get("/api/policies/" + next).status()).isEqualTo(200);
    }

    @Test
    void whatBreaksRulesIsRefusedWithItsLinesInBothLanguages() {
        var olga = operator();
        int next = assembly.next();
        var checked = check(olga, text(next));
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().path("rules").path("version").asInt()).isEqualTo(next);

        var broken = check(olga, text(next).replace("alpha: 0.05", "alpha: 5").replace("play: 0.25", "play: 0.9"));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.type()).isEqualTo("/problems/policy-broken");
        var problems = broken.json().path("problems");
        assertThat(problems.size()).isEqualTo(2);
        assertThat(problems.path(0).path("line").asInt())
                .isLessThan(problems.path(1).path("line").asInt());
        assertThat(problems.path(0).path("en").asString()).isEqualTo("weights sum to one");
        assertThat(problems.path(0).path("zh").asString()).isEqualTo("权重之和应当为 1");

        var early = check(olga, text(next + 1)).json().path("problems").path(0);
        assertThat(early.path("en").asString()).isEqualTo("the next free version is " + next);
        assertThat(text(next).lines().toList().get(early.path("line").asInt() - 1))
                .startsWith("version:");
        assertThat(check(olga, text(1)).status()).isEqualTo(422);
        assertThat(propose(olga, text(next + 1), "early").status()).isEqualTo(422);
    }

    @Test
    void whatIsTooLongOrNoTextIsRefused() {
        var olga = operator();
        int next = assembly.next();
        var long64 = text(next) + "# " + "x".repeat(64 * 1024);
        assertThat(check(olga, long64).status()).isEqualTo(422);
        assertThat(check(olga, text(next) + "#" + "看".repeat(22_000)).status())
                .as("bytes, not letters")
                .isEqualTo(422);
        for (var text : List.of("", " ", "[", "a: &a [*a]", "\u0000", "version: 1", "#\ud83c")) {
            assertThat(check(olga, text).status()).as(text).isEqualTo(422);
        }
        for (var why : List.of("", "  ", "x".repeat(501), "a\u0000b")) {
            assertThat(propose(olga, text(next), why).status()).isEqualTo(422);
        }
        assertThat(post(olga, 1, "rollback", "{\"why\": \" \"}").status()).isEqualTo(422);
        assertThat(post(olga, 1_000_000, "approval", TRIAL).status()).isEqualTo(404);
        assertThat(post(olga, 1_000_000, "withdrawal", "{}").status()).isEqualTo(404);
        assertThat(olga.get("/api/policies/1000000").status()).isEqualTo(404);
        assertThat(olga.get("/api/policies/in-force?at=yesterday").status()).isEqualTo(400);
        assertThat(olga.get("/api/policies/in-force?at=%2B1000000000-12-31T23:59:59.999Z")
                        .status())
                .isEqualTo(200);
        assertThat(olga.get("/api/policies/in-force?at=1970-01-01T00:00:00Z")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(assembly.next()).as("nothing was proposed").isEqualTo(next);
    }

    @Test
    void proposalsThatWaitAreBounded() {
        var olga = operator();
        int first = assembly.next();
        Browser.Answer last = propose(olga, text(first), "more");
        for (int count = 0; count < Proposals.MOST_OPEN && last.status() == 201; count++) {
            last = propose(olga, text(assembly.next()), "more");
        }
        assertThat(last.type()).isEqualTo("/problems/too-many-proposals");
        for (int version = first; version < assembly.next(); version++) {
            assertThat(post(olga, version, "withdrawal", "{}").status()).isEqualTo(200);
        }
    }

    @Test
    void anErasedOperatorIsNamedNowhere() {
        var olga = operator();
        int version = proposed(olga);
        assertThat(olga.delete("/api/me", "{\"password\": \"" + Browser.PASSWORD + "\"}")
                        .status())
                .isLessThan(300);
        var seen = proposal(operator(), version);
        assertThat(seen.path("by").path("role").asString()).isEqualTo("operator");
        assertThat(seen.path("by").path("name").asString("")).isEmpty();
        assertThat(assembly.document(version).by()).isNull();
    }

    private int proposed(Browser by) {
        var answer = propose(by, text(assembly.next()), " 更公平 ");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("version").asInt();
    }

    private static String text(int version) {
        return Assembly.text(version, LocalDate.of(2026, 2, 3));
    }

    private Browser.Answer check(Browser by, String text) {
        return by.post(
                "/api/policies/check",
                json.writeValueAsString(json.createObjectNode().put("text", text)));
    }

    private Browser.Answer propose(Browser by, String text, String why) {
        return by.post(
                "/api/policies",
                json.writeValueAsString(
                        json.createObjectNode().put("text", text).put("why", why)));
    }

    private static Browser.Answer post(Browser by, int version, String deed, String body) {
        return by.post("/api/policies/" + version + "/" + deed, body);
    }

    private static JsonNode proposal(Browser viewer, int version) {
        return viewer.get("/api/policies")
                .json()
                .path("documents")
                .valueStream()
                .filter(one -> one.path("version").asInt() == version)
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(one);
            var second = pool.submit(other);
            return List.of(first.get(), second.get());
        }
    }

    private Browser operator() {
        var handle = Cast.handle("olga");
        var browser = Browser.of(port, handle);
        cast.makeOperator(handle);
        browser.signIn(handle, Browser.PASSWORD);
        return browser;
    }

    private static byte[] key(Browser anybody, String name) {
        var found = anybody.get("/api/keys")
                .json()
                .valueStream()
                .filter(one -> one.path("key").asString().equals(name))
                .findFirst()
                .orElseThrow();
        return decoded(found, "publicKey");
    }

    private static byte[] decoded(JsonNode node, String field) {
        return Base64.getDecoder().decode(node.path(field).asString());
    }
}
