/** Features of viewers and works: each owns its write from a fact, its read for a request, and its Redis key. */
@NullMarked
package org.kanmai.ranking;

import org.jspecify.annotations.NullMarked;
