/** {@code ./kanmai sales}: brings along what a shop has sold elsewhere. */
@NullMarked
package org.kanmai.launcher.sales;

import org.jspecify.annotations.NullMarked;
