/** Owns the one main: it reads the options, starts every part in order, and stops them in the reverse order. */
@NullMarked
package org.kanmai.launcher;

import org.jspecify.annotations.NullMarked;
