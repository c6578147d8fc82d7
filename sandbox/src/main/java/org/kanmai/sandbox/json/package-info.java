/** Owns the one strict JSON codec. */
@NullMarked
package org.kanmai.sandbox.json;

import org.jspecify.annotations.NullMarked;
