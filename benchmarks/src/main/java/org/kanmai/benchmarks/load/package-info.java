/** Arrivals and what they cost: open loops, closed loops, latencies. */
@NullMarked
package org.kanmai.benchmarks.load;

import org.jspecify.annotations.NullMarked;
