package org.kanmai.app.trade.orders;

import org.kanmai.facts.OrderId;

/** Nobody can claim an order's money back as of right any more: it is free; published in that transaction. */
public record OrderReleased(OrderId order) {}
