/** The adapter of the sandbox provider, which takes no real money; there only when the configuration names it. */
@NullMarked
package org.kanmai.app.payment.sandbox;

import org.jspecify.annotations.NullMarked;
