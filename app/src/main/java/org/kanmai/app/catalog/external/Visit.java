package org.kanmai.app.catalog.external;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;

/**
 * Somebody who is led out, without who it is.
 *
 * @param work whose card led there; absent when none did
 */
record Visit(ProductId product, Platform platform, @Nullable WorkId work, Instant at) {}
