package org.kanmai.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint against every kind of caller, as {@code authorization.csv} says. */
@KanmaiTest
@Tag("GV-06")
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {
    private static final String UNKNOWN = "1";

    private final Cast cast;
    private final int port;
    private final RequestMappingHandlerMapping handlers;
    private final Description description;
    private final List<Member> members = new ArrayList<>();
    private final Map<Role, Member> able = new EnumMap<>(Role.class);
    private final Member bystander;
    private final Member other;
    private final Member otherMerchant;
    private final Belongings.Owned owned;

    AuthorizationMatrixTests(
            Cast cast,
            Belongings belongings,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            @LocalServerPort int port)
            throws IOException {
        this.cast = cast;
        this.port = port;
        this.handlers = handlers;
        this.description =
                new Description(new Browser(port).get("/openapi.json").json());
        members.add(Member.anonymous(port));
        for (var role : Role.values()) {
            members.add(Member.with(role, port, cast));
        }
        this.bystander = Member.with(Role.VIEWER, port, cast);
        this.other = Member.with(Role.CREATOR, port, cast);
        this.otherMerchant = Member.with(Role.MERCHANT, port, cast);
        this.owned = belongings.of(
                Member.with(Role.CREATOR, port, cast), member(Role.OPERATOR), Member.with(Role.MERCHANT, port, cast));
    }

    static List<Access> rows() {
        return Access.all();
    }

    static List<Access> rowsOfBelongings() {
        return Access.all().stream().filter(row -> row.foreign() > 0).toList();
    }

    @Test
    void everyEndpointHasExactlyOneRow() {
        assertThat(Access.all()).extracting(Access::endpoint).doesNotHaveDuplicates();
        assertThat(Access.all())
                .extracting(Access::endpoint)
                .containsExactlyInAnyOrderElementsOf(description.operations().keySet());
    }

    @Test
    void everyEndpointIsDescribed() {
        assertThat(description.version()).startsWith("3.1");
        assertThat(description.operations())
                .allSatisfy((endpoint, operation) -> assertThat(
                                operation.path("operationId").asString("")
                                        + operation.path("summary").asString(""))
                        .as(endpoint)
                        .isNotBlank());
        var endpoints = new ArrayList<String>();
        handlers.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("org.kanmai.")) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues().forEach(path -> endpoints.add(verb + " " + path)));
            }
        });
        assertThat(description.operations().keySet()).containsExactlyInAnyOrderElementsOf(endpoints);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void onlyThoseMayCallWhoAreAtLeastWhatItsRowSays(Access row) {
        members.parallelStream().forEach(member -> mayCallIfItsRowSays(row, member));
    }

    private void mayCallIfItsRowSays(Access row, Member member) {
        var answer = member.call(row.method(), unknown(row), row.body());
        var call = row + " by " + member.name() + ": " + answer.body();
        if (row.open(member.role())) {
            assertThat(answer.status()).as(call).isNotIn(401, 403).isLessThan(500);
        } else {
            assertThat(answer.status()).as(call).isEqualTo(member.role() == null ? 401 : 403);
        }
        isProblemIfRefused(call, answer);
    }

    @ParameterizedTest
    @MethodSource("rowsOfBelongings")
    void whatIsSomebodysIsNobodyElses(Access row) {
        var operator = member(Role.OPERATOR);
        var before = owned.standing(operator);
        var stranger = row.least() == Allowed.To.MERCHANT ? otherMerchant : other;
        var answer = stranger.call(row.method(), foreign(row), row.body());
        assertThat(answer.status()).as(row + ": " + answer.body()).isEqualTo(row.foreign());
        isProblemIfRefused(row.toString(), answer);
        assertThat(owned.standing(operator)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nonsenseIsRefusedAndBreaksNothing(Access row) {
        var able = Stream.of(Role.values()).filter(row::open).findFirst().orElseThrow();
        boolean reads = row.method().equals("GET");
        var member = reads ? member(able) : able(able);
        var ids = Stream.of("0", "-1", "99999999999999999999", "%F0%9F%8D%9C", "a.b", "x".repeat(300));
        (reads ? ids.parallel() : ids).forEach(id -> nonsenseIsRefused(row, member, id, row.body()));
        if (!reads) {
            description.nonsense(row.endpoint()).forEach(body -> nonsenseIsRefused(row, member, UNKNOWN, body));
        }
    }

    private static void nonsenseIsRefused(Access row, Member member, String id, String body) {
        var path = row.path().replaceAll("\\{[a-z]+}", id) + "?cursor=AAAA&limit=" + id + "&q=%00&reason=%00";
        var answer = member.call(row.method(), path, body);
        var call = row.method() + " " + path + " " + body + ": " + answer.body();
        assertThat(answer.status()).as(call).isLessThan(500);
        isProblemIfRefused(call, answer);
    }

    private static void isProblemIfRefused(String call, Browser.Answer answer) {
        if (answer.status() < 400) {
            return;
        }
        assertThat(answer.whole().headers().firstValue("Content-Type").orElse(""))
                .as(call)
                .startsWith("application/problem+json");
        assertThat(answer.type()).as(call).startsWith("/problems/");
        assertThat(answer.json().path("status").asInt()).as(call).isEqualTo(answer.status());
    }

    private Member member(Role role) {
        return members.stream()
                .filter(member -> member.role() == role)
                .findFirst()
                .orElseThrow();
    }

    /** Nonsense may hit: whom it cost the account or the role is followed by another. */
    private Member able(Role role) {
        return able.compute(
                role,
                (same, before) -> before != null && before.isWhatTheyWere() ? before : Member.with(role, port, cast));
    }

    private String unknown(Access row) {
        return named(row, UNKNOWN).replace("{media}", UNKNOWN);
    }

    private String foreign(Access row) {
        return named(row, owned.id(row.belonging())).replace("{media}", owned.media());
    }

    private String named(Access row, String id) {
        return row.path()
                .replace("{id}", id)
                .replace("{handle}", bystander.handle())
                .replace("{person}", UNKNOWN)
                .replace("{version}", UNKNOWN)
                .replace("{product}", UNKNOWN)
                .replace("{page}", UNKNOWN)
                .replace("{promise}", UNKNOWN)
                .replace("{question}", UNKNOWN)
                .replace("{sku}", UNKNOWN)
                .replace("{provider}", "nobody")
                .replace("{day}", "2026-01-02")
                .replace("{month}", "2026-01")
                .replace("{key}", "unknown")
                .replace("{occasion}", "shipped")
                .replace("{place}", "0")
                .replace("{spot}", "0")
                .replace("{purpose}", "behaviour")
                .replace("{hashtag}", "noodles")
                .replace("{keyword}", "noodles")
                .replace("{number}", UNKNOWN)
                .replace("{flag}", UNKNOWN)
                .replace("{measure}", UNKNOWN)
                .replace("{tag}", "scene:kitchen")
                .replace("{rendition}/{file}", "360p/index.m3u8")
                .replace("{file}", "master.m3u8");
    }
}
