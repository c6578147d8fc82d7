package org.kanmai.app.feed;

import java.util.ArrayList;
import java.util.Comparator;
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
 * The works that most people finish and like, kept fresh by looking every few seconds at the former best, the newest, and a
 * random sample, so that a work of any age can rise.
 */
@Component
public class PopularWorks {
    private static final int KEPT = 500;
    private static final int NEWEST = 500;
    private static final int SAMPLE = 500;

    private final Works works;
    private final Features features;
    private long round;
    private volatile List<Candidate> best = List.of();

    PopularWorks(Works works, Features features) {
        this.works = works;
        this.features = features;
    }

    /** Returns the most popular, best first. */
    public List<Candidate> best(int limit) {
        return best.subList(0, Math.min(limit, best.size()));
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void look() {
        var ids = new LinkedHashSet<WorkId>();
        best.forEach(candidate -> ids.add(candidate.work()));
        works.fresh(NEWEST).forEach(candidate -> ids.add(candidate.work()));
        works.sample(round++, SAMPLE).forEach(candidate -> ids.add(candidate.work()));
        var counted = features.counted(ids);
        var candidates = new ArrayList<>(works.candidates(ids));
        candidates.removeIf(candidate -> !counted.containsKey(candidate.work()));
        candidates.sort(Comparator.comparingDouble(
                        (Candidate candidate) -> popularity(counted.getOrDefault(candidate.work(), WorkCounters.NONE)
                                .rated()))
                .reversed());
        best = List.copyOf(candidates.subList(0, Math.min(KEPT, candidates.size())));
    }

    /** Completions and three times the likes, a little damped by exposures so that being shown much is not being liked. */
    static double popularity(Tally tally) {
        double liked = tally.of(Measure.COMPLETED) + 3.0 * tally.of(Measure.LIKED);
        return liked / Math.sqrt(tally.of(Measure.EXPOSED) + 20.0);
    }
}
