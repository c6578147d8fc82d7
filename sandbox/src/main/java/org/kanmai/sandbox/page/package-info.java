/** Owns the page on which a buyer pays. */
@NullMarked
package org.kanmai.sandbox.page;

import org.jspecify.annotations.NullMarked;
