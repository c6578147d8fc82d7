package org.kanmai.ranking.evaluation;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;

/** Who viewed which work long, before the log and on the days learned from. */
final class Likings {
    private Likings() {}

    /** Tells of each viewer and work, the oldest first. */
    static void of(KuaiRand log, Split split, BiConsumer<Long, Long> told) {
        new TreeMap<>(log.pasts())
                .forEach((viewer, past) -> past.longWatched().forEach(work -> told.accept(viewer, work)));
        split.learned().stream()
                .map(each -> each.exposure())
                .filter(each -> each.did(Task.LONG_VIEW))
                .forEach(each -> told.accept(each.viewer(), each.work()));
    }
}
