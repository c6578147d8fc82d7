package org.kanmai.app.conversation.chosen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
@Tag("TD-30")
class ChosenTagsTests {
    private final Premiere premiere;
    private final ChosenTags chosen;
    private final JdbcClient jdbc;
    private final int port;

    ChosenTagsTests(Premiere premiere, ChosenTags chosen, JdbcClient jdbc, @LocalServerPort int port) {
        this.premiere = premiere;
        this.chosen = chosen;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void whatOneChoosesTakesThePlaceOfWhatWasChosenBefore() {
        var anna = premiere.player(port, "anna").browser();
        assertThat(list(anna)).isEmpty();
        assertThat(put(anna, "茶", "scene:kitchen", "Slow_TV", "茶").status()).isEqualTo(200);
        assertThat(list(anna)).containsExactly("茶", "scene:kitchen", "slow_tv");
        assertThat(put(anna, "cars").status()).isEqualTo(200);
        assertThat(list(anna)).containsExactly("cars");
        assertThat(list(premiere.player(port, "bo").browser())).isEmpty();
        assertThat(put(anna).status()).isEqualTo(200);
        assertThat(list(anna)).isEmpty();
        put(anna, "cars");
        assertThat(anna.delete("/api/me/interests", "").status()).isEqualTo(204);
        assertThat(list(anna)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"tags\": null}",
                "{\"tags\": [null]}",
                "{\"tags\": [\"\"]}",
                "{\"tags\": [\"two words\"]}"
            })
    void whatNoWorkCanBearIsRefusedAndNotKept(String body) {
        var anna = premiere.player(port, "anna").browser();
        put(anna, "tea");
        assertThat(anna.put("/api/me/interests", body).status()).isEqualTo(422);
        assertThat(list(anna)).containsExactly("tea");
    }

    @Test
    void tenAreTakenAndElevenAreNot() {
        var anna = premiere.player(port, "anna").browser();
        assertThat(put(anna, tags(10)).status()).isEqualTo(200);
        assertThat(put(anna, tags(11)).status()).isEqualTo(422);
        assertThat(list(anna)).hasSize(10);
    }

    @Test
    @Tag("GV-02")
    void nothingIsKeptWithoutTheConsentAndAllIsGoneWithIt() {
        var anna = premiere.player(port, "anna").browser();
        put(anna, "tea");
        anna.put("/api/me/consents/behaviour", "{\"given\": false}");
        assertThat(list(anna)).isEmpty();
        var refused = put(anna, "tea");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("/problems/not-consented");
        anna.put("/api/me/consents/behaviour", "{\"given\": true}");
        assertThat(list(anna)).as("it does not come back").isEmpty();
    }

    @Test
    @Tag("GV-02")
    void aBrowserWithoutAnAccountChoosesTooOnceItHasAgreed() {
        var visitor = new Browser(port);
        assertThat(put(visitor, "tea").status()).isEqualTo(409);
        visitor.put("/api/me/consents/behaviour", "{\"given\": true}");
        assertThat(put(visitor, "tea").status()).isEqualTo(200);
        assertThat(list(visitor)).containsExactly("tea");
        visitor.put("/api/me/consents/behaviour", "{\"given\": false}");
        assertThat(list(visitor)).isEmpty();
    }

    @Test
    void whatABrowserChoseGoesWithItsCookieAndWhatAPersonChoseStays() {
        var visitor = new Viewer(null, Set.of(), new Pseudonym(91_001), true);
        var person = new Viewer(new PersonId(91), Set.of(), new Pseudonym(91_002), true);
        for (var viewer : List.of(visitor, person)) {
            chosen.choose(viewer, List.of(org.kanmai.app.content.words.Tag.parse("tea")));
        }
        assertThat(chosen.of(visitor)).containsExactly("tea");
        jdbc.sql("update conversation.chosen_tags set until = until - interval '31 days' where pseudonym = 91001")
                .update();
        assertThat(chosen.of(visitor)).isEmpty();
        chosen.expire();
        assertThat(rows(91_001)).isZero();
        assertThat(chosen.of(person)).containsExactly("tea");
        assertThat(rows(91_002)).isEqualTo(1);
    }

    @Test
    @Tag("GV-07")
    void anErasedPersonLeavesNothingChosen() {
        var anna = premiere.player(port, "anna");
        put(anna.browser(), "anna_alone_likes_this");
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        var left = jdbc.sql("select pseudonym from conversation.chosen_tags where 'anna_alone_likes_this' = any(tags)")
                .query((row, number) -> row.getLong(1))
                .list();
        assertThat(left).isEmpty();
    }

    private int rows(long pseudonym) {
        return jdbc.sql("select pseudonym from conversation.chosen_tags where pseudonym = :pseudonym")
                .param("pseudonym", pseudonym)
                .query((row, number) -> row.getLong(1))
                .list()
                .size();
    }

    private static String[] tags(int count) {
        return IntStream.range(0, count).mapToObj(each -> "tag_" + each).toArray(String[]::new);
    }

    private static Browser.Answer put(Browser browser, String... tags) {
        var quoted = Arrays.stream(tags).map(tag -> "\"" + tag + "\"").collect(Collectors.joining(", "));
        return browser.put("/api/me/interests", "{\"tags\": [" + quoted + "]}");
    }

    private static List<String> list(Browser browser) {
        return browser.get("/api/me/interests")
                .json()
                .path("tags")
                .valueStream()
                .map(tag -> tag.asString())
                .toList();
    }
}
