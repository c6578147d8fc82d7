package org.kanmai.app.aftersales.returns;

import org.kanmai.facts.OrderId;

/**
 * Units of a line went back; an event in the transaction of their money.
 *
 * @param place of the line in its order, from 0
 */
public record UnitsBack(OrderId order, int place) {}
