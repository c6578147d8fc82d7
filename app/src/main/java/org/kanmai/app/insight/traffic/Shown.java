package org.kanmai.app.insight.traffic;

/**
 * How often one source showed something on one surface in slots of one kind.
 *
 * @param natural whether nobody paid for it
 */
public record Shown(String source, String surface, String slot, boolean natural, long exposures) {}
