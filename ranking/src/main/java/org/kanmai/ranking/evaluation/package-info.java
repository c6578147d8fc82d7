/** How good ranking and recall are on a log that is at hand: {@code ./kanmai rank evaluate}. */
@NullMarked
package org.kanmai.ranking.evaluation;

import org.jspecify.annotations.NullMarked;
