/** Money that a shop gives a buyer beyond a refund, and what it offers beyond its duty. */
@NamedInterface("amends")
@NullMarked
package org.kanmai.app.trade.amends;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
