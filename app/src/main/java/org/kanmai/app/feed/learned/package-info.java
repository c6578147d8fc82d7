/** Channels of recall that learn from who likes what: two towers, walks on the graph, sequences. Every process learns its own. */
@NullMarked
package org.kanmai.app.feed.learned;

import org.jspecify.annotations.NullMarked;
