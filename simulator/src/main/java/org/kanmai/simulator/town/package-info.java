/** Tries rules of distribution in a seeded town, beside what others do: {@code ./kanmai simulate}. */
@NullMarked
package org.kanmai.simulator.town;

import org.jspecify.annotations.NullMarked;
