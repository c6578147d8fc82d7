/** Works that warm up for an announced room, and the card that they show of it. */
@NamedInterface("warmups")
@NullMarked
package org.kanmai.app.live.warmups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
