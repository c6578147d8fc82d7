/** How good an order, a probability or a choice of works was: pure functions over what was said and what then happened. */
@NullMarked
package org.kanmai.ranking.evaluation.metrics;

import org.jspecify.annotations.NullMarked;
