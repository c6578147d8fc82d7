package org.kanmai.distribution.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * Sets units aside, hour by hour, for what was promised, and says at once what can't be delivered in time.
 *
 * <p>Who comes first is served first, from the earliest hour that has units left. Works that keep to the order of their deadlines can
 * then be delivered as promised whenever the supply comes true.
 */
public final class PromiseBook {
    private final IntToDoubleFunction supply;
    private final Map<Integer, Integer> left = new HashMap<>();

    /** Takes the units that each hour is sure to carry. */
    public PromiseBook(IntToDoubleFunction supply) {
        this.supply = supply;
    }

    /**
     * What was set aside.
     *
     * @param units that were asked for
     * @param covered that will be delivered in time
     */
    public record Promise(int units, int covered) {
        /** Returns the shortfall that is known from the start. */
        public int lacking() {
            return units - covered;
        }

        /** Returns whether all of it will come in time. */
        public boolean isWhole() {
            return covered == units;
        }
    }

    /** Sets units aside in the hours from {@code begin} on and before {@code deadline}. */
    public Promise promise(int begin, int deadline, int units) {
        int wanted = units;
        for (int hour = begin; hour < deadline && wanted > 0; hour++) {
            int there = left.computeIfAbsent(hour, each -> (int) Math.max(0, supply.applyAsDouble(each)));
            int taken = Math.min(there, wanted);
            left.put(hour, there - taken);
            wanted -= taken;
        }
        return new Promise(units, units - wanted);
    }

    /** Forgets the hours before. */
    public void forgetBefore(int hour) {
        left.keySet().removeIf(each -> each < hour);
    }
}
