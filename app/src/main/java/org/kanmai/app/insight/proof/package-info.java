/** The traffic ledger: its tree over all raw files of the lake, its signed heads, and proofs that pages are in it. */
@NullMarked
package org.kanmai.app.insight.proof;

import org.jspecify.annotations.NullMarked;
