/** Small pieces of the hot paths in loops (JMH), each beside the least that it could cost. */
@NullMarked
package org.kanmai.benchmarks.loops;

import org.jspecify.annotations.NullMarked;
