/** Slices of a room: what was said of one thing becomes a film of its own (CP-06, LC-11). */
@NullMarked
package org.kanmai.app.live.slices;

import org.jspecify.annotations.NullMarked;
