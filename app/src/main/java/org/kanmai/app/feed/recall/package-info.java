/** The channels of a feed: what each may bring, how long a page waits for it, and what becomes of one that fails. */
@NullMarked
package org.kanmai.app.feed.recall;

import org.jspecify.annotations.NullMarked;
