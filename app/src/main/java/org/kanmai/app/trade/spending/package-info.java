/** What buyers spent lately and kept. */
@NamedInterface("spending")
@NullMarked
package org.kanmai.app.trade.spending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
