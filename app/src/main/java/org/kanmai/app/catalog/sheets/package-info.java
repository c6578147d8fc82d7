/** Products as CSV files: looked through first, then carried out product by product, with what became of each line. */
@NullMarked
package org.kanmai.app.catalog.sheets;

import org.jspecify.annotations.NullMarked;
