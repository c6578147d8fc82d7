/** The site's ranker as a feed of the town: its features, its learner and its network, with the town's exposures as its log. */
@NullMarked
package org.kanmai.simulator.town.ranker;

import org.jspecify.annotations.NullMarked;
