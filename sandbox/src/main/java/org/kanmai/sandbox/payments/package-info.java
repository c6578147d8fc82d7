/** Owns payments from open to paid or closed. */
@NullMarked
package org.kanmai.sandbox.payments;

import org.jspecify.annotations.NullMarked;
