package org.kanmai.app.feed.scoring;

import io.micrometer.core.instrument.MeterRegistry;
import org.kanmai.app.feed.models.Models;
import org.kanmai.distribution.policy.RankingRule;
import org.springframework.stereotype.Component;

/** Says what ranks now: the model in force where the policy counts predictions, else the policy's other terms. */
@Component
public class Rankers {
    private final Models models;
    private final MeterRegistry meters;

    Rankers(Models models, MeterRegistry meters) {
        this.models = models;
        this.meters = meters;
    }

    /** Returns what ranks now. */
    public Scoring inForce(RankingRule weights) {
        var model = models.inForce().filter(any -> !weights.predicted().isEmpty());
        meters.counter("feed.ranked", "by", model.isPresent() ? "model" : "terms")
                .increment();
        return model.<Scoring>map(found -> new LearnedScoring(found.network(), weights.predicted()))
                .orElseGet(() -> Scorers.all(weights));
    }
}
