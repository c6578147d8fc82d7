/** What is measured, one class a benchmark, each with its bars; {@link Benchmarks} is the one main. */
@NullMarked
package org.kanmai.benchmarks;

import org.jspecify.annotations.NullMarked;
