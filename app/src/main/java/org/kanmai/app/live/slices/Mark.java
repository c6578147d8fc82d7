package org.kanmai.app.live.slices;

import java.time.Instant;
import org.kanmai.facts.ProductId;

/** From when to when something was explained in a room. */
record Mark(long id, ProductId product, Instant from, Instant until) {}
