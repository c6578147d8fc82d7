/** Telling buyers and shops what became of orders. */
@NullMarked
package org.kanmai.app.trade.news;

import org.jspecify.annotations.NullMarked;
