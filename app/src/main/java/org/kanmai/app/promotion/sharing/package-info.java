/** Sharing: which links led to whom, and coupons that friends help to have. */
@NamedInterface("sharing")
@NullMarked
package org.kanmai.app.promotion.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
