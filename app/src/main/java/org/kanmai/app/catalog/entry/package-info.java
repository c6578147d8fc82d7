/** How somebody becomes a merchant: an application with papers, which an operator decides. */
@NullMarked
package org.kanmai.app.catalog.entry;

import org.jspecify.annotations.NullMarked;
