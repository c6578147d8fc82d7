/** Tells buyers and shops what became of orders. */
@NamedInterface("news")
@NullMarked
package org.kanmai.app.trade.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
