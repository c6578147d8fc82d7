package org.kanmai.distribution.ladder;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Gathers the exposures of a work in a pool in any order, repeated or not, and keeps of each person the first natural one. */
public final class Units {
    private final Map<Long, Unit> firsts = new HashMap<>();
    private final Map<Unit.Traffic, Set<Long>> exposures = new EnumMap<>(Unit.Traffic.class);

    /** Takes one exposure; the same one again changes nothing. */
    public void add(Unit unit) {
        exposures.computeIfAbsent(unit.traffic(), kind -> new HashSet<>()).add(unit.order());
        if (unit.traffic() == Unit.Traffic.NATURAL) {
            firsts.merge(unit.person(), unit, Units::earlier);
        }
    }

    private static Unit earlier(Unit one, Unit other) {
        return other.order() < one.order() ? other : one;
    }

    /** Returns how many exposures of a kind there were, each once; they are accounted apart. */
    public int exposures(Unit.Traffic traffic) {
        return exposures.getOrDefault(traffic, Set.of()).size();
    }

    /** Returns what counts for a verdict. */
    public Trial trial() {
        var trial = new Trial();
        firsts.values().forEach(unit -> trial.add(unit.outcomes(), unit.cell().index()));
        return trial;
    }
}
