package org.kanmai.app.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.Tally;
import org.kanmai.ranking.WorkCounters;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The works that rise now: in this hour and the last they are finished and liked far more than the rest of their day lets expect.
 * Looked for every few seconds among the former ones, the most popular, the newest, and a random sample.
 */
@Component
class TrendingWorks {
    private static final int KEPT = 200;
    private static final int LOOKED_AT = 500;
    private static final int HOURS = 24;
    private static final int LATEST = 2;

    /** Below this a rise may as well be chance: so many standard deviations of a count. */
    private static final double LEAST = 2;

    private final Works works;
    private final PopularWorks popular;
    private final Features features;
    private final Clock clock;
    private long round;
    private volatile List<Candidate> rising = List.of();

    TrendingWorks(Works works, PopularWorks popular, Features features, Clock clock) {
        this.works = works;
        this.popular = popular;
        this.features = features;
        this.clock = clock;
    }

    /** Returns what rises most, best first. */
    List<Candidate> best(int limit) {
        return rising.subList(0, Math.min(limit, rising.size()));
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        var ids = new LinkedHashSet<WorkId>();
        rising.forEach(candidate -> ids.add(candidate.work()));
        popular.best(LOOKED_AT).forEach(candidate -> ids.add(candidate.work()));
        works.fresh(LOOKED_AT).forEach(candidate -> ids.add(candidate.work()));
        works.sample(~round++, LOOKED_AT).forEach(candidate -> ids.add(candidate.work()));
        var now = clock.instant();
        var rises = new HashMap<WorkId, Double>();
        features.hourly(ids).forEach((work, counters) -> rises.put(work, rise(counters, now)));
        rising = works.candidates(ids).stream()
                .filter(candidate -> rises.getOrDefault(candidate.work(), 0.0) >= LEAST)
                .sorted(Comparator.comparing((Candidate candidate) -> rises.getOrDefault(candidate.work(), 0.0))
                        .reversed())
                .limit(KEPT)
                .toList();
    }

    /** Returns by how many standard deviations the latest hours are above what the other hours of the day let expect. */
    static double rise(WorkCounters counters, Instant now) {
        double hours = LATEST - 1 + now.atOffset(ZoneOffset.UTC).getMinute() / 60.0;
        double latest = liked(counters.recent(now, LATEST));
        double others = liked(counters.recent(now, HOURS)) - latest;
        double expected = others * hours / (HOURS - LATEST);
        return (latest - expected) / Math.sqrt(expected + 1);
    }

    private static double liked(Tally tally) {
        return tally.of(Measure.COMPLETED) + 3.0 * tally.of(Measure.LIKED);
    }
}
