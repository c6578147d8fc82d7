/** Owns amounts of money and how they are written for people. */
@NullMarked
package org.kanmai.sandbox.money;

import org.jspecify.annotations.NullMarked;
