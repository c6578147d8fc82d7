/** How much of products was sold lately. */
@NamedInterface("sold")
@NullMarked
package org.kanmai.app.trade.sold;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
