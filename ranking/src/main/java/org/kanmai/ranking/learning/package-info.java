/** Learns a site's network from its log: what was shown is joined with what followed, learned once, and judged before it serves. */
@NullMarked
package org.kanmai.ranking.learning;

import org.jspecify.annotations.NullMarked;
