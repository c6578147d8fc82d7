package org.kanmai.app.ledger;

import java.time.Instant;
import org.kanmai.facts.Money;

/**
 * By what one entry changed what some accounts own together.
 *
 * @param subject the order that it is about
 */
public record Movement(Entry.Kind kind, String key, long subject, Instant at, Money amount) {}
