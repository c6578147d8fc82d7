package org.kanmai.app.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.content.Works;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.Tally;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.recall.Nearness;
import org.springframework.stereotype.Component;

/** Works that are liked by those who like what the viewer liked last: each neighbour by how near it is, all added up. */
@Component
class SimilarWorks {
    private static final int LIKED = 10;

    /** How far what is near to everything, because everybody likes it, is held back. */
    private static final double POPULARITY = 0.4;

    private final Works works;
    private final Features features;

    SimilarWorks(Works works, Features features) {
        this.works = works;
        this.features = features;
    }

    /** Returns the nearest first; none for a viewer who has not agreed to be profiled. */
    List<Candidate> find(Situation situation, int limit) {
        var liked = situation.viewer().profiled()
                ? features.liked(situation.viewer().pseudonym(), LIKED)
                : List.<WorkId>of();
        if (liked.isEmpty()) {
            return List.of();
        }
        var near = heldBack(near(liked));
        var best = near.keySet().stream()
                .sorted(Comparator.comparing((WorkId work) -> near.getOrDefault(work, 0.0))
                        .reversed()
                        .thenComparingLong(WorkId::value))
                .limit(limit)
                .toList();
        return works.candidates(best);
    }

    private Map<WorkId, Double> near(List<WorkId> liked) {
        var near = new HashMap<WorkId, Double>();
        var neighbours = features.neighbours(liked);
        for (int place = 0; place < neighbours.size(); place++) {
            double recency = Nearness.recency(place);
            neighbours.get(place).forEach((work, share) -> near.merge(work, share * recency, Double::sum));
        }
        near.keySet().removeAll(new HashSet<>(liked));
        return near;
    }

    private Map<WorkId, Double> heldBack(Map<WorkId, Double> near) {
        var counted = features.lately(near.keySet());
        near.replaceAll((work, score) ->
                score * Nearness.heldBack(likings(counted.getOrDefault(work, WorkCounters.NONE)), POPULARITY));
        return near;
    }

    private static long likings(WorkCounters counters) {
        Tally rated = counters.rated();
        return rated.of(Measure.COMPLETED) + rated.of(Measure.LIKED);
    }
}
