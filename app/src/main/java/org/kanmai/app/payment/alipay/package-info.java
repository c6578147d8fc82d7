/** Alipay: payment on its own page, signed by RSA2, by its official SDK; there only when the configuration has its keys. */
@NullMarked
package org.kanmai.app.payment.alipay;

import org.jspecify.annotations.NullMarked;
