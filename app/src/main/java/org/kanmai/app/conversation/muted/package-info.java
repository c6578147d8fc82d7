/** What each person wants no work recommended for. */
@NamedInterface("muted")
@NullMarked
package org.kanmai.app.conversation.muted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
