/** The job that keeps what the host of each live room sees. */
@NullMarked
package org.kanmai.streams.rooms;

import org.jspecify.annotations.NullMarked;
