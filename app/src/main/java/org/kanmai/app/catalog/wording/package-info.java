/** Words that the law keeps out of what is said of goods. */
@NamedInterface("wording")
@NullMarked
package org.kanmai.app.catalog.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
