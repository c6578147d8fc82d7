/** The people, works and histories that a benchmark needs, made through the public HTTP API. */
@NullMarked
package org.kanmai.benchmarks.world;

import org.jspecify.annotations.NullMarked;
