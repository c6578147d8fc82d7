/** Owns the answer to who may call: a merchant that signs, freshly, and never twice the same. */
@NullMarked
package org.kanmai.sandbox.access;

import org.jspecify.annotations.NullMarked;
