/** What creators can sell, and whom each product suits. */
@NullMarked
package org.kanmai.app.affiliate.goods;

import org.jspecify.annotations.NullMarked;
