/** Prices of a room that its host asks shops for, whose goods the host sells: agreed to or declined in time. */
@NullMarked
package org.kanmai.app.live.requests;

import org.jspecify.annotations.NullMarked;
