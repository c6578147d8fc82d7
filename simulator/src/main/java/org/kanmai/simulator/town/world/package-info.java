/** The town itself: viewers with tastes, creators, works whose true quality is known, and what an exposure leads to. */
@NullMarked
package org.kanmai.simulator.town.world;

import org.jspecify.annotations.NullMarked;
