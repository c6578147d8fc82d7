package org.kanmai.app.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.river.Logged;
import org.kanmai.app.river.Spectator;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Served;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import tools.jackson.databind.JsonNode;

/** The tabs of a region and of what is hot. */
@KanmaiTest
@Tag("TD-14")
class TabsTests {
    private final Premiere premiere;
    private final Shelf shelf;
    private final PopularWorks popular;
    private final Logged logged;
    private final RedisConnectionFactory redis;
    private final Clock clock;
    private final int port;

    TabsTests(
            Premiere premiere,
            Shelf shelf,
            PopularWorks popular,
            Logged logged,
            RedisConnectionFactory redis,
            Clock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.popular = popular;
        this.logged = logged;
        this.redis = redis;
        this.clock = clock;
        this.port = port;
    }

    private WorkId published(Player maker, String tag) {
        var work = premiere.published(maker, premiere.operator(port), "面", "\"hashtags\": [\"%s\"]".formatted(tag));
        shelf.refresh();
        return work;
    }

    private void liked(WorkId work, int times) {
        var counters = WorkCounters.NONE;
        for (int like = 1; like <= times; like++) {
            var fact = new Engaged(
                    like,
                    clock.instant(),
                    Origin.LIVE,
                    new Pseudonym(1),
                    new ExposureId(1),
                    Subject.work(work),
                    Source.FRESH,
                    new PersonId(1),
                    Engagement.LIKED);
            counters = counters.plus(WorkCounters.observe(fact).step(0).change());
        }
        try (var connection = redis.getConnection()) {
            connection.stringCommands().set(WorkCounters.key(work).getBytes(UTF_8), counters.bytes());
        }
        popular.look();
    }

    private static List<String> works(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("work").path("id").asString())
                .toList();
    }

    private Player living(String region) {
        var player = premiere.player(port, "neighbour");
        player.browser().put("/api/me/consents/region", "{\"given\": true}");
        player.browser().put("/api/me/region", "{\"region\": \"%s\"}".formatted(region));
        return player;
    }

    @Test
    void whatManyLikeIsHotForEverybodyButForWhoDoesNotWantIt() {
        var hot = published(premiere.player(port, "maker"), "tabs_hot");
        liked(hot, 5_000);
        var stranger = Spectator.at(port);
        var page = stranger.page("tab=hot&count=20");
        assertThat(works(page)).contains(hot.toString());
        assertThat(logged.facts(stranger.pseudonym(), Served.class))
                .singleElement()
                .satisfies(served -> {
                    assertThat(served.surface()).isEqualTo(Surface.HOT);
                    assertThat(served.items())
                            .allSatisfy(item -> assertThat(item.source()).isIn(Source.POPULAR, Source.TRENDING));
                });
        var anna = premiere.player(port, "anna");
        anna.browser().put("/api/me/muted-tags/tabs_hot", "");
        assertThat(works(new Spectator(anna.browser()).page("tab=hot&count=20")))
                .doesNotContain(hot.toString());
    }

    @Test
    void worksOfARegionAreForThoseWhoLiveThereAndLetThatBeUsed() {
        var maker = living("cn-qh");
        var work = published(maker, "tabs_near");
        var anna = new Spectator(living("cn-qh").browser());
        assertThat(works(anna.page("tab=nearby&count=20"))).contains(work.toString());
        assertThat(works(new Spectator(living("cn-xz").browser()).page("tab=nearby&count=20")))
                .doesNotContain(work.toString());
        maker.browser().put("/api/me/consents/region", "{\"given\": false}");
        assertThat(works(anna.page("tab=nearby&count=20"))).doesNotContain(work.toString());
    }

    @Test
    void whoHasNoRegionIsToldSoAndWhoIsNobodyHasToSignIn() {
        var page = new Spectator(premiere.player(port, "anna").browser()).page("tab=nearby");
        assertThat(page.path("state").asString()).isEqualTo("region-unknown");
        assertThat(new Spectator(living("cn-gs").browser())
                        .page("tab=nearby")
                        .path("state")
                        .asString())
                .isEqualTo("up-to-date");
        assertThat(new Browser(port).get("/api/feed?tab=nearby").status()).isEqualTo(401);
        assertThat(new Browser(port).get("/api/feed?tab=search").status()).isEqualTo(422);
    }
}
