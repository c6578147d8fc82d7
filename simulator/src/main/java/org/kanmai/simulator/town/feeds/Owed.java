package org.kanmai.simulator.town.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.simulator.town.world.Town;
import org.kanmai.simulator.town.world.TownSize;

/** Works that are owed units, shown to whom their vertical suits, those that press before the others. */
final class Owed {
    private static final int LOOKED_AT = 6;
    private static final double URGENCY = 8;

    /** When a work is served. */
    enum Serve {
        /** Until it has its quota. */
        ALWAYS,
        /** While it has less than its time asks for: it is shown elsewhere too, and that counts. */
        WHEN_BEHIND
    }

    private final Town town;
    private final Serve serve;
    private final List<List<Debt>> lists = new ArrayList<>();
    private final Map<Integer, Debt> debts = new HashMap<>();
    private boolean behind;

    Owed(Town town, Serve serve) {
        this.town = town;
        this.serve = serve;
        for (int vertical = 0; vertical < TownSize.VERTICALS; vertical++) {
            lists.add(new ArrayList<>());
        }
    }

    void add(Debt debt) {
        debts.put(debt.work(), debt);
        lists.get(town.works().vertical(debt.work())).add(debt);
    }

    void remove(int work) {
        var debt = debts.remove(work);
        if (debt != null) {
            lists.get(town.works().vertical(work)).remove(debt);
        }
    }

    boolean holds(int work) {
        return debts.containsKey(work);
    }

    Debt of(int work) {
        var debt = debts.get(work);
        if (debt == null) {
            throw new IllegalArgumentException("nothing is owed to " + work);
        }
        return debt;
    }

    /** Looks at what is behind. */
    void begins(int hour) {
        behind = debts.values().stream().anyMatch(debt -> debt.behind(hour) > 0);
    }

    boolean isBehind() {
        return behind;
    }

    /** Returns how many units are still to be delivered. */
    long left() {
        return debts.values().stream().mapToLong(Debt::left).sum();
    }

    /** Returns the work that suits the viewer and presses most, or -1. */
    int next(int viewer, int position, int[] taken, int hour) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int vertical = 0; vertical < TownSize.VERTICALS; vertical++) {
            double taste = town.viewers().knownTaste(viewer, vertical);
            int looked = 0;
            var list = lists.get(vertical);
            for (int place = 0; place < list.size() && looked < LOOKED_AT; place++) {
                var debt = list.get(place);
                if (!isServed(debt, hour)
                        || town.viewers().hasSeen(viewer, debt.work())
                        || Order.isTaken(debt.work(), taken, position)) {
                    continue;
                }
                looked++;
                double value = taste + URGENCY * debt.presses(hour);
                if (value > most) {
                    most = value;
                    best = debt.work();
                }
            }
        }
        return best;
    }

    private boolean isServed(Debt debt, int hour) {
        return serve == Serve.ALWAYS || debt.behind(hour) > 0;
    }
}
