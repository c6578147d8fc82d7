/** The newest published works in memory, in the orders that recommenders ask for. */
@NullMarked
package org.kanmai.app.content.shelf;

import org.jspecify.annotations.NullMarked;
