package org.kanmai.app.feed.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.ranking.learning.Delay;
import org.kanmai.ranking.learning.Judgement;

/**
 * A model on record.
 *
 * @param parent the version it went on from, 0 of the first
 * @param learned how many examples it and those before it have learned
 * @param file its name in the folder of models
 * @param reasons what speaks against it
 * @param judged how far it is from what was observed in examples that were held back
 * @param delay how soon it learned what it learned since its parent; absent where nothing of that had just happened
 */
record ModelRow(
        int version,
        int parent,
        Instant madeAt,
        long learned,
        String file,
        long bytes,
        ModelVerdict verdict,
        List<String> reasons,
        List<Judgement> judged,
        @Nullable Delay delay) {
    ModelRow {
        reasons = List.copyOf(reasons);
        judged = List.copyOf(judged);
    }
}
