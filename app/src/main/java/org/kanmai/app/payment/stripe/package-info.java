/** Stripe: payment on its own page (Checkout), webhooks signed by HMAC, by its official SDK; there only when the configuration has its keys. */
@NullMarked
package org.kanmai.app.payment.stripe;

import org.jspecify.annotations.NullMarked;
