/** Rooms that are announced, and who wants to be told of them. */
@NullMarked
package org.kanmai.app.live.plans;

import org.jspecify.annotations.NullMarked;
