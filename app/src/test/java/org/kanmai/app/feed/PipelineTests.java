package org.kanmai.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.Candidates.Ranked;
import org.kanmai.app.feed.recall.CandidateSource;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.feed.scoring.Scorers;
import org.kanmai.app.feed.scoring.Scoring;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.traffic.slots.Pools;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.PageDraw;
import org.kanmai.distribution.PagePlan;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkLabels;
import org.kanmai.ranking.features.Audience;

@KanmaiTest
class PipelineTests {
    private static final PersonId NOBODY = new PersonId(1);
    private static final Pseudonym ANNA = new Pseudonym(77);

    private final Candidates candidates;
    private final Sources sources;
    private final Pools pools;
    private final FeedSettings settings;
    private final Instant now;

    PipelineTests(Candidates candidates, Sources sources, Pools pools, FeedSettings settings, Clock clock) {
        this.pools = pools;
        this.candidates = candidates;
        this.sources = sources;
        this.settings = settings;
        this.now = clock.instant();
    }

    /** Forty works of forty creators, every fourth about noodles; who likes noodles gets more and more of them. */
    @Test
    @Tag("TD-10")
    void theShareOfMatchingTagsRisesWithTheEvidence() {
        double before = 0.15;
        for (int likes : new int[] {0, 1, 3, 9}) {
            double share = share(likes);
            assertThat(share).as("after %d likes", likes).isGreaterThan(before);
            before = share;
        }
        assertThat(before).isGreaterThan(0.6);
    }

    private double share(int likes) {
        var ranked = candidates.rank(
                recipe(Recipe.forYou(
                        sources, pools, Scorers.all(PolicyDocument.first().ranking()))),
                situation(likes));
        var draw =
                new PageDraw(new PagePlan(List.of(SlotKind.RANDOMISED)), settings.temperature(), settings.perCreator());
        var options = ranked.kept().stream().map(entry -> entry.option(0)).toList();
        return LongStream.range(0, 400)
                .mapToDouble(seed -> draw.draw(options, 6, new SplittableRandom(seed)).stream()
                                .filter(placed -> placed.option().id() % 4 == 0)
                                .count()
                        / 6.0)
                .average()
                .orElseThrow();
    }

    /** Every fourth of forty works is about noodles; all of them are owed positions, and the viewer likes noodles. */
    @Test
    @Tag("TD-10")
    @Tag("GV-03")
    void whatIsMutedIsNotRecommendedNotEvenInPositionsThatItIsOwed() {
        var real =
                Recipe.forYou(sources, pools, Scorers.all(PolicyDocument.first().ranking()));
        var recipe = new Recipe(List.of(works(Source.POOL)), real.filters(), real.scoring());
        var ranked = candidates.rank(recipe, situation(3, Set.of("scene:kitchen")));
        assertThat(ranked.kept()).hasSize(30).noneMatch(entry -> entry.id() % 4 == 0);
        assertThat(ranked.dropped())
                .hasSize(10)
                .allMatch(dropped -> dropped.reason().equals("muted-tag"));
        assertThat(candidates.rank(recipe, situation(3, Set.of("scene"))).kept())
                .as("a tag is muted whole")
                .hasSize(40);
    }

    @Test
    void theFirstFilterThatDropsGivesTheReasonAndNothingIsLost() {
        var ranked = candidates.rank(
                new Recipe(
                        List.of(works(Source.FRESH)),
                        List.of(dropping("even", 2), dropping("third", 3)),
                        Scoring.sumOf(List.of((entry, situation) -> new Term("none", -1_000, "")))),
                situation(0));
        assertThat(ranked.kept().size() + ranked.dropped().size()).isEqualTo(40);
        assertThat(ranked.kept())
                .hasSize(13)
                .allMatch(entry -> entry.terms().getFirst().value() == -1_000);
        assertThat(ranked.dropped()).allSatisfy(dropped -> {
            assertThat(dropped.reason()).isEqualTo(dropped.entry().id() % 2 == 0 ? "even" : "third");
            assertThat(dropped.entry().terms()).as("a filter gives no score").isEmpty();
        });
    }

    @Test
    void theEarlierSourceKeepsItsClaimAndAFailingOneKeepsNobodyFromServing() {
        var ranked = rank(List.of(failing(), works(Source.INTEREST), works(Source.FRESH)));
        assertThat(ranked.kept()).hasSize(40).allMatch(entry -> entry.source() == Source.INTEREST);
    }

    private Ranked rank(List<CandidateSource> sources) {
        return candidates.rank(new Recipe(sources, List.of(), Scoring.sumOf(List.of())), situation(0));
    }

    /** The recipe with the works of this test instead of those of the shelf. */
    private static Recipe recipe(Recipe real) {
        return new Recipe(List.of(works(Source.EXPLORE)), real.filters(), real.scoring());
    }

    private Situation situation(int likes) {
        return situation(likes, Set.of());
    }

    private Situation situation(int likes, Set<String> muted) {
        var interests = ViewerInterests.NONE;
        for (int like = 0; like < likes; like++) {
            var liked = new Engaged(
                    100 + like,
                    now,
                    Origin.LIVE,
                    ANNA,
                    new ExposureId(like),
                    Subject.work(new WorkId(4)),
                    Source.EXPLORE,
                    NOBODY,
                    Engagement.LIKED);
            interests = interests
                    .after(liked, new WorkLabels(NOBODY, List.of("noodles", "scene:kitchen")), 0)
                    .interests();
        }
        return new Situation(
                5,
                now,
                new Viewer(null, Set.of(), ANNA, true),
                Surface.FOR_YOU,
                false,
                Optional.empty(),
                audience(interests),
                Set.of(),
                Set.of(),
                muted,
                PolicyDocument.first(),
                Map.of());
    }

    private Audience audience(ViewerInterests interests) {
        return new Audience(
                interests,
                interests.at(now),
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                3,
                Surface.FOR_YOU,
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    private static CandidateSource works(Source source) {
        return new CandidateSource() {
            @Override
            public Source source() {
                return source;
            }

            @Override
            public List<Candidate> find(Situation situation, int limit) {
                return LongStream.range(0, 40)
                        .mapToObj(id -> candidate(id, situation.now()))
                        .toList();
            }
        };
    }

    private static Candidate candidate(long id, Instant now) {
        var tags = id % 4 == 0 ? List.of("noodles", "scene:kitchen") : List.of("cars", "scene:road");
        return new Candidate(
                new WorkId(id),
                new PersonId(1_000 + id),
                now.minus(Duration.ofHours(1)),
                8_000,
                tags,
                id * 0x9E3779B97F4A7C15L);
    }

    private static CandidateSource failing() {
        return new CandidateSource() {
            @Override
            public Source source() {
                return Source.POPULAR;
            }

            @Override
            public List<Candidate> find(Situation situation, int limit) {
                throw new IllegalStateException("away");
            }
        };
    }

    private static CandidateFilter dropping(String reason, long multiple) {
        return new CandidateFilter() {
            @Override
            public String reason() {
                return reason;
            }

            @Override
            public boolean keeps(Candidate candidate, Situation situation) {
                return candidate.work().value() % multiple != 0;
            }
        };
    }
}
