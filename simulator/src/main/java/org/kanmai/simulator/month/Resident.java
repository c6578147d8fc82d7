package org.kanmai.simulator.month;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who lives in the town.
 *
 * @param region where they live, by its code; absent when they don't say
 * @param pages how many pages they ask for
 * @param tastes how much more than others they like a creator's works, by handle
 */
public record Resident(
        int number,
        String handle,
        String name,
        Instant joinedAt,
        Optional<String> region,
        int pages,
        Map<String, Double> tastes) {
    public Resident {
        tastes = Map.copyOf(tastes);
    }

    double taste(String creator) {
        return tastes.getOrDefault(creator, 1.0);
    }
}
