/** The log of what viewers did, as those read it who learn from it. */
@NullMarked
package org.kanmai.app.feed.log;

import org.jspecify.annotations.NullMarked;
