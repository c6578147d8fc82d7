/** What became an order, and what becomes of it: paid, shipped, received, refunded, or closed. */
@NamedInterface("orders")
@NullMarked
package org.kanmai.app.trade.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
