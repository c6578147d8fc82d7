/** Coupons: made by shops and the site, taken by people, used in orders within budgets that the database keeps. */
@NamedInterface("coupons")
@NullMarked
package org.kanmai.app.promotion.coupons;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
