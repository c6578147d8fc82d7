package org.kanmai.app.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.feed.scoring.Scorers;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.app.traffic.slots.Pools;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.PageDraw;
import org.kanmai.distribution.PagePlan;
import org.kanmai.distribution.Placed;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkLabels;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Two people who are as different as can be in everything that the streams know of them and in whom they follow; neither has
 * agreed to be profiled. What is recommended to them is the same to the last bit.
 */
@KanmaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnprofiledTests {
    private final Premiere premiere;
    private final Shelf shelf;
    private final Candidates candidates;
    private final Sources sources;
    private final Pools pools;
    private final Audiences audiences;
    private final FeedSettings settings;
    private final RedisConnectionFactory redis;
    private final Instant now;
    private final int port;
    private Set<PersonId> followed = Set.of();
    private WorkId noodles = new WorkId(1);
    private PersonId livesInZhejiang = new PersonId(41);

    UnprofiledTests(
            Premiere premiere,
            Shelf shelf,
            Candidates candidates,
            Sources sources,
            Pools pools,
            Audiences audiences,
            FeedSettings settings,
            RedisConnectionFactory redis,
            Clock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.candidates = candidates;
        this.sources = sources;
        this.pools = pools;
        this.audiences = audiences;
        this.settings = settings;
        this.redis = redis;
        this.now = clock.instant().plusSeconds(3_600);
        this.port = port;
    }

    @BeforeAll
    void publish() {
        var olga = premiere.operator(port);
        var maker = premiere.player(port, "maker");
        noodles = premiere.published(maker, olga, "面", "\"hashtags\": [\"noodles\"], \"scene\": \"kitchen\"");
        followed = Set.of(maker.id());
        for (int newer = 0; newer < 3; newer++) {
            premiere.published(premiere.player(port, "maker"), olga, "面", "\"scene\": \"farm\"");
        }
        shelf.refresh();
        var anna = premiere.player(port, "anna");
        anna.browser().put("/api/me/consents/region", "{\"given\": true}");
        anna.browser().put("/api/me/region", "{\"region\": \"cn-zj\"}");
        livesInZhejiang = anna.id();
    }

    private void knows(Pseudonym viewer) {
        var interests = ViewerInterests.NONE;
        for (int like = 0; like < 20; like++) {
            var liked = new Engaged(
                    900 + like,
                    now,
                    Origin.LIVE,
                    viewer,
                    null,
                    Subject.work(noodles),
                    Source.FRESH,
                    followed.iterator().next(),
                    Engagement.LIKED);
            interests = interests
                    .after(liked, new WorkLabels(followed.iterator().next(), List.of("noodles", "scene:kitchen")), 0)
                    .interests();
        }
        var watches = new RecentWatches(List.of(new RecentWatches.Entry(noodles, now, 100)));
        try (var connection = redis.getConnection()) {
            connection
                    .stringCommands()
                    .mSet(Map.of(
                            ViewerInterests.key(viewer).getBytes(UTF_8),
                            interests.bytes(),
                            RecentWatches.key(viewer).getBytes(UTF_8),
                            watches.bytes(),
                            ViewerSpending.key(viewer).getBytes(UTF_8),
                            new ViewerSpending(4, "CNY", 99_900).bytes()));
        }
    }

    private Situation situation(Viewer viewer, Set<PersonId> follows) {
        return new Situation(
                77,
                now,
                viewer,
                Surface.FOR_YOU,
                false,
                Optional.<Seen.Works>empty(),
                audiences.of(viewer, follows, Seen.stratum(viewer, Optional.empty()), Surface.FOR_YOU, now),
                follows,
                Set.of(),
                Set.of(),
                PolicyDocument.first(),
                Map.of(noodles, 0.5));
    }

    private List<Placed> page(Situation situation) {
        var recipe = Recipe.forAnybody(sources, pools, situation.policy().ranking());
        var options = candidates.rank(recipe, situation).kept().stream()
                .map(entry -> entry.option(situation.claim(entry.candidate())))
                .toList();
        return new PageDraw(PagePlan.of(situation.policy().page()), settings.temperature(), settings.perCreator())
                .draw(options, 6, new SplittableRandom(situation.request()));
    }

    @Test
    @Tag("GV-02")
    void nothingThatIsKnownOfAPersonChangesThePage() {
        var anna = new Pseudonym(7_001);
        var bo = new Pseudonym(7_002);
        knows(anna);
        var of = situation(new Viewer(livesInZhejiang, Set.of(), anna, false), followed);
        var other = situation(new Viewer(new PersonId(42), Set.of(), bo, false), Set.of());
        assertThat(of.audience()).isEqualTo(other.audience());
        assertThat(of.audience().region()).isEmpty();
        assertThat(of.audience().spending()).isEqualTo(ViewerSpending.NONE);
        assertThat(of.stratum()).isEqualTo(other.stratum());
        assertThat(page(of)).isNotEmpty().isEqualTo(page(other));
        assertThat(of.claim(shelf.find(noodles).orElseThrow()))
                .as("not even the claim to a reserved position is a person's")
                .isEqualTo(0.5);
    }

    /** What nothing is known of can't be left out either. */
    @Test
    @Tag("GV-02")
    @Tag("GV-03")
    void whoIsNotProfiledHasNothingThatCouldBeLeftOut() {
        var stranger = new Browser(port).get("/api/works/" + noodles + "/what-if");
        assertThat(stranger.json().path("of").asInt()).isPositive();
        assertThat(stranger.json().path("without").size()).isZero();
        assertThat(new Browser(port).get("/api/works/999/what-if").status()).isEqualTo(404);
    }

    /** Ranked anew without them, the work of a creator whom anna follows, with the tags she likes, stands further back. */
    @Test
    @Tag("GV-03")
    void withoutWhatIsKnownAWorkStandsElsewhere() {
        var anna = new Pseudonym(7_001);
        knows(anna);
        var situation = situation(new Viewer(new PersonId(41), Set.of(), anna, true), followed);
        var scoring = Scorers.all(situation.policy().ranking());
        var kept = candidates
                .rank(Recipe.forYou(sources, pools, scoring), situation)
                .kept();
        var answer = new WhatIf(scoring, situation, kept, noodles).answer();
        assertThat(answer.of()).isEqualTo(kept.size());
        assertThat(answer.without())
                .extracting(without -> without.data() + " " + without.detail())
                .containsExactly("WATCHES ", "INTERESTS ", "TAG noodles", "FOLLOWS ", "SPENDING ", "EVERYTHING ");
        int place = answer.place();
        assertThat(answer.without().getFirst().place())
                .as("these terms don't look at watches")
                .isEqualTo(place);
        assertThat(answer.without().getLast().place()).isGreaterThan(place);
    }

    /** The same difference is seen at once where it may be: a test that could not tell would prove nothing. */
    @Test
    @Tag("GV-02")
    void withConsentTheSameDifferenceChangesIt() {
        var anna = new Pseudonym(7_001);
        knows(anna);
        var of = situation(new Viewer(livesInZhejiang, Set.of(), anna, true), followed);
        var other = situation(new Viewer(new PersonId(42), Set.of(), new Pseudonym(7_003), true), Set.of());
        assertThat(of.audience()).isNotEqualTo(other.audience());
        assertThat(of.audience().region()).isEqualTo("cn-zj");
        assertThat(of.audience().spending().mean()).isEqualTo(24_975);
        assertThat(other.audience().region()).isEmpty();
        assertThat(other.audience().spending()).isEqualTo(ViewerSpending.NONE);
        assertThat(of.claim(shelf.find(noodles).orElseThrow())).isGreaterThan(0.5);
    }
}
