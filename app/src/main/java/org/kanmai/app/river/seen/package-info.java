/** What each viewer has had before the eyes. */
@NamedInterface("seen")
@NullMarked
package org.kanmai.app.river.seen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
