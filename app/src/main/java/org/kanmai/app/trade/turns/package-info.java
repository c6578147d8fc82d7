/** Who may order from a flash sale now, and who waits at which place. */
@NullMarked
package org.kanmai.app.trade.turns;

import org.jspecify.annotations.NullMarked;
