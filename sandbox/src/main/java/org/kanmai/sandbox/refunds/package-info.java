/** Owns refunds, of which no sum ever exceeds what was paid. */
@NullMarked
package org.kanmai.sandbox.refunds;

import org.jspecify.annotations.NullMarked;
