/** How many units of each variant are free, and who has how many of a flash sale's. */
@NamedInterface("stock")
@NullMarked
package org.kanmai.app.catalog.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
