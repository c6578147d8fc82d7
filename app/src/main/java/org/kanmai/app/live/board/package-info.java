/** What the host of a room sees of it, while it lasts and afterwards. */
@NamedInterface("board")
@NullMarked
package org.kanmai.app.live.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
