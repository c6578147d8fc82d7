package org.kanmai.app.conversation.muted;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.words.Tag;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.identity.Told;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
@org.junit.jupiter.api.Tag("GV-03")
class MutedTagsTests {
    private static final int MOST = 100;

    private final Premiere premiere;
    private final MutedTags muted;
    private final Told told;
    private final Cast cast;
    private final JdbcClient jdbc;
    private final int port;

    MutedTagsTests(
            Premiere premiere, MutedTags muted, Told told, Cast cast, JdbcClient jdbc, @LocalServerPort int port) {
        this.premiere = premiere;
        this.muted = muted;
        this.told = told;
        this.cast = cast;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void whatOneMutesIsOnesOwnToSeeAndToTakeBackTheLatestFirst() {
        var anna = premiere.player(port, "anna");
        for (var tag : List.of("茶", "scene:kitchen", "Slow_TV", "茶")) {
            assertThat(put(anna, tag).status()).isEqualTo(204);
        }
        assertThat(list(anna)).containsExactly("slow_tv", "scene:kitchen", "茶");
        assertThat(list(premiere.player(port, "bo"))).isEmpty();
        assertThat(delete(anna, "scene:kitchen").status()).isEqualTo(204);
        assertThat(delete(anna, "scene:kitchen").status()).isEqualTo(204);
        assertThat(list(anna)).containsExactly("slow_tv", "茶");
        assertThat(told.of(Fact.OfViewer.class))
                .as("a setting is no fact")
                .noneMatch(fact -> fact.pseudonym().value() == cast.pseudonym(anna.id()));
        assertThat(new Browser(port).put("/api/me/muted-tags/tea", "").status()).isEqualTo(401);
    }

    /** In lower case the letter İ is two characters, of which one is a mark. */
    @Test
    void theTagOfAWorkCanAlwaysBeMuted() {
        var anna = premiere.player(port, "anna");
        var hashtag = "İ".repeat(30);
        var work = premiere.submitted(anna, "茶", "\"hashtags\": [\"%s\"]".formatted(hashtag));
        assertThat(work).isNotNull();
        assertThat(put(anna, hashtag.toLowerCase(Locale.ROOT)).status()).isEqualTo(204);
        assertThat(list(anna)).containsExactly(Tag.parse(hashtag).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "#tea",
                "two words",
                "scene:nowhere",
                "mood:kitchen",
                "scene:",
                ":",
                "tea\0",
                "\u0301tea",
                "🍜",
                "a.b"
            })
    void whatNoWorkCanBearIsRefusedAndNotKept(String tag) {
        var anna = premiere.player(port, "anna");
        assertThat(put(anna, tag).status()).isBetween(400, 422);
        assertThat(delete(anna, tag).status()).isBetween(400, 422);
        assertThat(list(anna)).isEmpty();
    }

    @Test
    void aTagOf65CharactersIsTooLong() {
        var anna = premiere.player(port, "anna");
        var refused = put(anna, "茶".repeat(65));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).isEqualTo("/problems/invalid");
        assertThat(put(anna, "茶".repeat(64)).status()).isEqualTo(204);
    }

    @Test
    void aHundredAreKeptAndNoMoreHoweverManyComeAtOnce() throws Exception {
        var anna = premiere.player(port, "anna");
        try (var pool = Executors.newFixedThreadPool(8)) {
            var wishes = new ArrayList<Callable<Boolean>>();
            for (int tag = 0; tag < MOST + 20; tag++) {
                var wish = new Tag("muted_" + tag);
                wishes.add(() -> mutes(anna.id(), wish));
            }
            int kept = 0;
            for (var done : pool.invokeAll(wishes)) {
                kept += done.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(MOST);
        }
        assertThat(list(anna)).hasSize(MOST);
        var refused = put(anna, "one_more");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("/problems/muted-tags-full");
        var latest = list(anna).getFirst();
        assertThat(put(anna, latest).status()).as("it is muted already").isEqualTo(204);
        delete(anna, latest);
        assertThat(put(anna, "one_more").status()).isEqualTo(204);
    }

    @Test
    @org.junit.jupiter.api.Tag("GV-07")
    void anErasedPersonLeavesNothingMuted() {
        var anna = premiere.player(port, "anna");
        var bo = premiere.player(port, "bo");
        put(anna, "茶");
        put(bo, "茶");
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(rows(anna)).isZero();
        assertThat(rows(bo)).isEqualTo(1);
    }

    private boolean mutes(PersonId person, Tag tag) {
        try {
            muted.mute(person, tag);
            return true;
        } catch (Refusal full) {
            return false;
        }
    }

    private int rows(Player player) {
        return jdbc.sql("select person from conversation.muted_tag where person = :person")
                .param("person", player.id().value())
                .query((row, number) -> row.getLong("person"))
                .list()
                .size();
    }

    private static List<String> list(Player player) {
        return player.browser()
                .get("/api/me/muted-tags")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.asString())
                .toList();
    }

    private static Browser.Answer put(Player player, String tag) {
        return player.browser().put(path(tag), "");
    }

    private static Browser.Answer delete(Player player, String tag) {
        return player.browser().delete(path(tag), "");
    }

    private static String path(String tag) {
        return "/api/me/muted-tags/"
                + URLEncoder.encode(tag, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
