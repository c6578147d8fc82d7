/** Which products changed, for those who keep copies of them. */
@NamedInterface("changes")
@NullMarked
package org.kanmai.app.catalog.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
