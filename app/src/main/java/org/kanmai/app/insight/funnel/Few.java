package org.kanmai.app.insight.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Keeps what is told of regions from telling of few people (k-anonymity): parts of fewer than ten come as one part together with
 * the next larger one, and where even all of them are fewer than ten, as those of whom no region is known.
 */
final class Few {
    /** Nothing is told of fewer people than this. */
    static final int PEOPLE = 10;

    /** What the parts of few people together are called. */
    static final String KEY = "few";

    private Few() {}

    /** Returns rows, all together first, without counts of few people. */
    static List<Funnel.Row> hidden(FunnelQuestion question, List<Funnel.Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        return question.region() == null ? apart(rows) : within(rows);
    }

    /** Of one region: if those are few, nothing at all. */
    private static List<Funnel.Row> within(List<Funnel.Row> rows) {
        var total = rows.getFirst();
        return total.viewers() == 0 || total.viewers() >= PEOPLE
                ? rows
                : List.of(new Funnel.Row(total.key(), total.label(), List.of(), 0), untold());
    }

    private static Funnel.Row untold() {
        return new Funnel.Row(KEY, null, List.of(), 0);
    }

    /** By region: few whom nothing larger hides are counted with those of unknown region. */
    private static List<Funnel.Row> apart(List<Funnel.Row> rows) {
        var few = rows.stream()
                .skip(1)
                .filter(row -> KEY.equals(row.key()) && row.viewers() < PEOPLE)
                .findFirst();
        if (few.isEmpty()) {
            return rows;
        }
        var kept = new ArrayList<Funnel.Row>();
        kept.add(rows.getFirst());
        var unknown = new Funnel.Row(null, null, few.get().counts(), few.get().viewers());
        for (var row : rows.subList(1, rows.size())) {
            if (row.key() == null) {
                unknown = unknown.plus(row);
            } else if (!Objects.equals(row.key(), KEY)) {
                kept.add(row);
            }
        }
        kept.add(unknown);
        kept.add(untold());
        return kept;
    }
}
