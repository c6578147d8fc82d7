/** What was earned by sales, and who gets which part of it. */
@NamedInterface("sales")
@NullMarked
package org.kanmai.app.affiliate.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
