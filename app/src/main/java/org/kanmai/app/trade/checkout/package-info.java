/** From a wish to an order: carts, quotes, and placing. */
@NamedInterface("checkout")
@NullMarked
package org.kanmai.app.trade.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
