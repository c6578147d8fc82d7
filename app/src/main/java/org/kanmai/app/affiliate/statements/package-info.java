/** Statements of what creators, shops and the platform own and why, from the ledger alone. */
@NullMarked
package org.kanmai.app.affiliate.statements;

import org.jspecify.annotations.NullMarked;
