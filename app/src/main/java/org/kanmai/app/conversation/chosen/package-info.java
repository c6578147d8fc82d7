/** What each viewer says to like before anything is known of them. */
@NamedInterface("chosen")
@NullMarked
package org.kanmai.app.conversation.chosen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
