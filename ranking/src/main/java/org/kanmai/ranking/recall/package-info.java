/** Finds some hundred works, of all there are, that a viewer may like: each channel learns from who liked what, within bounds. */
@NullMarked
package org.kanmai.ranking.recall;

import org.jspecify.annotations.NullMarked;
