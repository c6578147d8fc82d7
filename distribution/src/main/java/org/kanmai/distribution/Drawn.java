package org.kanmai.distribution;

/**
 * What a draw chose.
 *
 * @param index index of the chosen among those that were offered
 * @param propensity its exact probability among them, in (0, 1]
 */
public record Drawn(int index, double propensity) {}
