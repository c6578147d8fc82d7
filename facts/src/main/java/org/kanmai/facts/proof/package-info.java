/** The log as a traffic ledger: Merkle trees as RFC 9162 defines them, what is a leaf of the ledger, and its signed heads. */
@NullMarked
package org.kanmai.facts.proof;

import org.jspecify.annotations.NullMarked;
