package org.kanmai.streams.viewers;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.kanmai.facts.Fact;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.LikedWorks;

/**
 * Somebody likes a work as well as some others; who it is does not go with it.
 *
 * @param near the others, at most 20
 * @param share what each of them counts
 */
public record Liking(long work, List<Long> near, double share, long second) {
    /** The way out of the step that knows who likes what. */
    static final OutputTag<Liking> TAG = new OutputTag<>("likings", TypeInformation.of(Liking.class));

    static Liking of(Fact.OfSubject fact, LikedWorks.Step step) {
        var near = step.near().stream().map(WorkId::value).toList();
        return new Liking(fact.subject().id(), near, step.share(), fact.at().getEpochSecond());
    }
}
