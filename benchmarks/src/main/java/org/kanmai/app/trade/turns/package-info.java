/** A rush on a flash sale as the application meets it, in this process: what HTTP costs is not in it. */
@NullMarked
package org.kanmai.app.trade.turns;

import org.jspecify.annotations.NullMarked;
