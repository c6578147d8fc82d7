/** Units as the application takes them, in this process. */
@NullMarked
package org.kanmai.app.catalog.stock;

import org.jspecify.annotations.NullMarked;
