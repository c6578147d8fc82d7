/** The language in which the town's tools say what they say. */
@NullMarked
package org.kanmai.simulator.tongue;

import org.jspecify.annotations.NullMarked;
