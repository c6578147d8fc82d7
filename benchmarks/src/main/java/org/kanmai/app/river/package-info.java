/** Loops over what only its own package may call. */
@NullMarked
package org.kanmai.app.river;

import org.jspecify.annotations.NullMarked;
