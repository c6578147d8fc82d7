/** Where products stand in the mall, and what those of a kind say of themselves. */
@NamedInterface("categories")
@NullMarked
package org.kanmai.app.catalog.categories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
