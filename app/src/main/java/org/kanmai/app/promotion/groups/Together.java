package org.kanmai.app.promotion.groups;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.DealId;
import org.kanmai.facts.GroupId;

/**
 * That somebody wants to buy with others.
 *
 * @param group the one to join; absent to open one
 */
public record Together(DealId deal, @Nullable GroupId group) {}
