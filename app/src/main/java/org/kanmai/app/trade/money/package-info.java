/** How shops stand. */
@NullMarked
package org.kanmai.app.trade.money;

import org.jspecify.annotations.NullMarked;
