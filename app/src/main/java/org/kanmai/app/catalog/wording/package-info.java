/** Words that the law keeps out of what is said of goods. */
@NullMarked
package org.kanmai.app.catalog.wording;

import org.jspecify.annotations.NullMarked;
