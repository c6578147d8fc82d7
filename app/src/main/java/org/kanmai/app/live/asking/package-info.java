/** What a host asks everybody in a room, and what they ask the host. */
@NullMarked
package org.kanmai.app.live.asking;

import org.jspecify.annotations.NullMarked;
