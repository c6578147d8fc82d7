package org.kanmai.app.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kanmai.app.content.Reach;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.WorkCounters;
import org.springframework.stereotype.Component;

/** Tells {@code content} how far its works reached, as the streams count it. */
@Component
class CountedReach implements Reach {
    private final Features features;

    CountedReach(Features features) {
        this.features = features;
    }

    @Override
    public Map<WorkId, Reached> of(Collection<WorkId> works) {
        var reached = new HashMap<WorkId, Reached>();
        features.counted(works).forEach((work, counters) -> reached.put(work, reached(counters)));
        return reached;
    }

    private static Reached reached(WorkCounters counters) {
        return new Reached(all(counters, Measure.HELD_3S), all(counters, Measure.SHARED));
    }

    private static long all(WorkCounters counters, Measure measure) {
        return counters.rated().of(measure) + counters.apart().of(measure);
    }
}
