package org.kanmai.app.river;

import java.time.Instant;
import org.kanmai.facts.Terms;

/**
 * What a token says: an item was served on these terms.
 *
 * @param durationMillis length of the work, against which reports are held
 * @param servedAt when, to the millisecond; the token expires a day later
 */
record ItemToken(Terms terms, int durationMillis, Instant servedAt) {}
