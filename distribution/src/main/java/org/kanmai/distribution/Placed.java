package org.kanmai.distribution;

import org.kanmai.facts.SlotKind;

/**
 * One position of a page, filled.
 *
 * @param option what takes it
 * @param slot how it was chosen; a reserved position without a claim falls to the ranking
 * @param propensity exact probability of the choice given the positions before it; 1 when ranked
 */
public record Placed(Option option, SlotKind slot, double propensity) {}
