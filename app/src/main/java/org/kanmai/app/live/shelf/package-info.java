/** What a room sells, and what is being explained. */
@NullMarked
package org.kanmai.app.live.shelf;

import org.jspecify.annotations.NullMarked;
