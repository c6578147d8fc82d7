package org.kanmai.app.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Diversity;
import org.kanmai.app.feed.scoring.Entry;
import org.kanmai.app.feed.scoring.Scorers;
import org.kanmai.app.feed.scoring.Scoring;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.Option;
import org.kanmai.distribution.PageDraw;
import org.kanmai.distribution.PagePlan;
import org.kanmai.distribution.Placed;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Channel;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.WorkLabels;
import org.kanmai.ranking.features.Audience;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Scoring 500 candidates for one viewer and drawing a page of them, beside sorting them once. */
@State(Scope.Thread)
public class RankingLoops {
    private static final int CANDIDATES = 500;
    private static final int CREATORS = 60;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final SplittableRandom chance = new SplittableRandom(1);
    private final List<Entry> entries = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final Scoring scoring = Scorers.all(PolicyDocument.first().ranking());
    private final PageDraw draw =
            new PageDraw(PagePlan.of(PolicyDocument.first().page()), 0.08, 1);
    private final Situation situation = new Situation(
            1,
            NOW,
            new Viewer(null, Set.of(), new Pseudonym(7), true),
            Surface.FOR_YOU,
            false,
            Optional.empty(),
            audience(),
            Set.of(),
            Set.of(),
            Set.of(),
            PolicyDocument.first(),
            Map.of());

    public RankingLoops() {
        for (long id = 1; id <= CANDIDATES; id++) {
            entries.add(new Entry(candidate(id), Source.FRESH, WorkCounters.NONE, List.of()));
            options.add(new Option(id, id % CREATORS, chance.nextDouble(), chance.nextInt(2)));
        }
    }

    private Candidate candidate(long id) {
        var tags = List.of("tag" + chance.nextInt(100), "tag" + chance.nextInt(100), "scene:kitchen", "style:vlog");
        return new Candidate(
                new WorkId(id), new PersonId(1 + id % CREATORS), NOW.minusSeconds(60 * id), 12_000, tags, id);
    }

    private static Audience audience() {
        var interests = interests();
        return new Audience(
                interests,
                interests.at(NOW),
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                3,
                Surface.FOR_YOU,
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC));
    }

    private static ViewerInterests interests() {
        var viewer = new Pseudonym(7);
        var interests = ViewerInterests.NONE;
        for (long id = 1; id <= 20; id++) {
            var labels = new WorkLabels(new PersonId(id), List.of("tag" + id, "scene:kitchen"));
            var shared = new Shared(
                    id,
                    NOW,
                    Origin.LIVE,
                    viewer,
                    new ExposureId(id),
                    Subject.work(new WorkId(id)),
                    Source.FRESH,
                    Channel.COPY);
            interests = interests.after(shared, labels, 0).interests();
        }
        return interests;
    }

    @Benchmark
    public Object score() {
        return Diversity.of(scoring.score(entries, situation), 0.05);
    }

    @Benchmark
    public List<Placed> draw() {
        return draw.draw(options, 6, new SplittableRandom(7));
    }

    @Benchmark
    public List<Option> sortAlone() {
        var sorted = new ArrayList<>(options);
        sorted.sort((one, other) -> Double.compare(other.score(), one.score()));
        return sorted;
    }
}
