/** What was earned by sales, and who gets which part of it. */
@NullMarked
package org.kanmai.app.affiliate.sales;

import org.jspecify.annotations.NullMarked;
