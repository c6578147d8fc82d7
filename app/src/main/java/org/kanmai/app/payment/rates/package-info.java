/** Rates between currencies, entered by operators with their day and source: for "about" beside a price, never for charging. */
@NullMarked
package org.kanmai.app.payment.rates;

import org.jspecify.annotations.NullMarked;
