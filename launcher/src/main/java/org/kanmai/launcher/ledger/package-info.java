/** {@code ./kanmai ledger}: checks the traffic ledger from its files and the public keys alone, without a server. */
@NullMarked
package org.kanmai.launcher.ledger;

import org.jspecify.annotations.NullMarked;
