package org.kanmai.simulator.month;

import java.time.Instant;
import java.util.Map;

/**
 * Somebody who lives in the town.
 *
 * @param pages how many pages they ask for
 * @param tastes how much more than others they like a creator's works, by handle
 */
public record Resident(
        int number, String handle, String name, Instant joinedAt, int pages, Map<String, Double> tastes) {
    public Resident {
        tastes = Map.copyOf(tastes);
    }

    double taste(String creator) {
        return tastes.getOrDefault(creator, 1.0);
    }
}
