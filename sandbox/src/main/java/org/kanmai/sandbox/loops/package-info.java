/** Owns what goes on in the background, again and again. */
@NullMarked
package org.kanmai.sandbox.loops;

import org.jspecify.annotations.NullMarked;
