/** From a wish to an order: carts, quotes, and placing. */
@NullMarked
package org.kanmai.app.trade.checkout;

import org.jspecify.annotations.NullMarked;
