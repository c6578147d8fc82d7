/** Owns the list of a day's settled movements. */
@NullMarked
package org.kanmai.sandbox.statements;

import org.jspecify.annotations.NullMarked;
