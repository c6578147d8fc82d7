package org.kanmai.app.trade.spending;

/** What so many orders of one currency cost in all, less what went back, in its minor units. */
public record Spent(String currency, int orders, long minor) {}
