/** A network that learns several things at once of a viewer and an item, its training and its form on disk; it knows fields, not works. */
@NullMarked
package org.kanmai.ranking.network;

import org.jspecify.annotations.NullMarked;
