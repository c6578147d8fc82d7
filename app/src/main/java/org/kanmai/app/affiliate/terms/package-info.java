/** What creators earn by a product, the open pool of such products, and whom each suits. */
@NullMarked
package org.kanmai.app.affiliate.terms;

import org.jspecify.annotations.NullMarked;
