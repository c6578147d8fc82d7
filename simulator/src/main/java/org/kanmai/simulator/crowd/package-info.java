/** Seeded people without an account who watch the feed of a running Kanmai: for load and for trying by hand. */
@NullMarked
package org.kanmai.simulator.crowd;

import org.jspecify.annotations.NullMarked;
