/** Which works changed, and what they say, for those who keep copies of their words. */
@NamedInterface("changes")
@NullMarked
package org.kanmai.app.content.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
