/** The sockets of a room: its picture, what is said, and a browser's camera. */
@NullMarked
package org.kanmai.app.live.sockets;

import org.jspecify.annotations.NullMarked;
