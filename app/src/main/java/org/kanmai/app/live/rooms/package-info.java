/** Rooms from their opening to their end, and who may open one. */
@NamedInterface("rooms")
@NullMarked
package org.kanmai.app.live.rooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
