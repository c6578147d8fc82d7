/** What processes of one site tell each other of rooms, over Redis: messages for whoever listens elsewhere, and who watches where. */
@NullMarked
package org.kanmai.app.live.nodes;

import org.jspecify.annotations.NullMarked;
