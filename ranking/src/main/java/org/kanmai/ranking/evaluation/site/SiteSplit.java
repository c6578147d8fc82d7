package org.kanmai.ranking.evaluation.site;

import java.util.List;
import org.kanmai.ranking.learning.LoggedExposure;

/** A site's exposures divided by time: what is learned from, and what came into view after it. */
record SiteSplit(List<LoggedExposure> learned, List<LoggedExposure> tested) {
    SiteSplit {
        learned = List.copyOf(learned);
        tested = List.copyOf(tested);
    }

    /** Divides exposures in the order of time so that the last ones are a share of all, at least one on either side. */
    static SiteSplit of(List<LoggedExposure> exposures, double share) {
        int tested = Math.clamp(Math.round(share * exposures.size()), 1, exposures.size() - 1);
        int from = exposures.size() - tested;
        return new SiteSplit(exposures.subList(0, from), exposures.subList(from, exposures.size()));
    }
}
