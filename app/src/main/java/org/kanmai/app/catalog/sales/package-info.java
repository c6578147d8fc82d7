/** Flash sales: some units of a variant at a price of their own for a while. */
@NamedInterface("sales")
@NullMarked
package org.kanmai.app.catalog.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
