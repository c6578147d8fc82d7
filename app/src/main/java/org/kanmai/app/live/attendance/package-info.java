/** Who is in a room, and what the facts say of rooms. */
@NullMarked
package org.kanmai.app.live.attendance;

import org.jspecify.annotations.NullMarked;
