/** Flash sales as the application knows them, in this process. */
@NullMarked
package org.kanmai.app.catalog.sales;

import org.jspecify.annotations.NullMarked;
