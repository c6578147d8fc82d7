package org.kanmai.app.feed.models;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.learning.Judgement;
import tools.jackson.databind.json.JsonMapper;

/** How judgements lie in the store. */
final class JudgedJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JudgedJson() {}

    /** A judgement with its head by name. */
    record Told(
            String head,
            int labels,
            int positives,
            double told,
            double observed,
            double logLoss,
            @Nullable Double auc) {
        static Told of(Judgement judged) {
            return new Told(
                    judged.head().code(),
                    judged.labels(),
                    judged.positives(),
                    judged.told(),
                    judged.observed(),
                    judged.logLoss(),
                    judged.auc().isPresent() ? judged.auc().getAsDouble() : null);
        }

        Judgement judgement() {
            var area = auc == null ? OptionalDouble.empty() : OptionalDouble.of(auc);
            return new Judgement(Code.parse(Head.class, head), labels, positives, told, observed, logLoss, area);
        }
    }

    static String write(List<Judgement> judged) {
        return JSON.writeValueAsString(judged.stream().map(Told::of).toList());
    }

    static List<Judgement> read(String json) {
        return Arrays.stream(JSON.readValue(json, Told[].class))
                .map(Told::judgement)
                .toList();
    }
}
