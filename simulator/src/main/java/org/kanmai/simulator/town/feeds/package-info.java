/** Feeds that are tried in the town: the ladder, and what others do. */
@NullMarked
package org.kanmai.simulator.town.feeds;

import org.jspecify.annotations.NullMarked;
