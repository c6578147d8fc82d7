package org.kanmai.simulator.town.world;

/**
 * How likely each thing truly is when a viewer is shown a work on the second or third place of the first page of a day.
 *
 * @param watchedShare of the first minute
 */
public record Chances(
        double hold,
        double completion,
        double watchedShare,
        double like,
        double comment,
        double share,
        double follow,
        double open,
        double order,
        double dislike) {}
