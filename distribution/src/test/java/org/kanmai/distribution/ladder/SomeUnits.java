package org.kanmai.distribution.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kanmai.distribution.policy.Outcome;

/** Units of made-up viewers. */
final class SomeUnits {
    static final int GOOD = Outcome.PLAY.bit() | Outcome.COMPLETION.bit();

    private SomeUnits() {}

    /** Returns a bar without anything special about any cell. */
    static PoolBar bar(double score) {
        return new PoolBar(score, Map.of(), PoolBar.NO_FACTORS, 0, Cohort.ALL);
    }

    /** One of them. */
    record Unit(int outcomes, int cell) {}

    /** Returns units of which so many of a thousand played to the end and the rest did nothing. */
    static List<Unit> natural(int units, int goodPerMille, long seed) {
        var random = new SplittableRandom(seed);
        var made = new ArrayList<Unit>();
        for (int each = 0; each < units; each++) {
            int outcomes = random.nextInt(1_000) < goodPerMille ? GOOD : 0;
            made.add(new Unit(outcomes, Cell.of(random.nextInt(6), 3).index()));
        }
        return made;
    }

    static Trial trial(int units, int goodPerMille, long seed) {
        return trial(natural(units, goodPerMille, seed));
    }

    static Trial trial(List<Unit> units) {
        var trial = new Trial();
        units.forEach(unit -> trial.add(unit.outcomes(), unit.cell()));
        return trial;
    }
}
