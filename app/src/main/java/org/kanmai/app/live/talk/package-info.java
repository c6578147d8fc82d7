/** What is said in a room, and how it reaches everybody there. */
@NullMarked
package org.kanmai.app.live.talk;

import org.jspecify.annotations.NullMarked;
