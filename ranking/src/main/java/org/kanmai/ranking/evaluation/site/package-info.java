/** How good ranking and recall are on a site's own log of facts: {@code ./kanmai rank evaluate --format facts}. */
@NullMarked
package org.kanmai.ranking.evaluation.site;

import org.jspecify.annotations.NullMarked;
