/** What creators earn by a product, the open pool of such products, and whom each suits. */
@NamedInterface("terms")
@NullMarked
package org.kanmai.app.affiliate.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
