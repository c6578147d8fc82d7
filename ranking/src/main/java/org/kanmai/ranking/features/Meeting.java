package org.kanmai.ranking.features;

import java.time.Instant;
import org.kanmai.facts.Source;
import org.kanmai.ranking.Tally;

/**
 * A viewer and a work that may be shown.
 *
 * @param source what brought the work
 * @param counted what people did with it so far
 * @param now in whose light the work's age is seen
 */
public record Meeting(Audience audience, Item item, Source source, Tally counted, Instant now) {}
