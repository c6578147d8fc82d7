/** A month of a town's life as it follows from a seed: who lives there, what is published, and what becomes of each page. */
@NullMarked
package org.kanmai.simulator.month;

import org.jspecify.annotations.NullMarked;
