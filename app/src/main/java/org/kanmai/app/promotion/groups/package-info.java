/** Buying together: what shops offer to groups, who is in which, and what becomes of them. */
@NamedInterface("groups")
@NullMarked
package org.kanmai.app.promotion.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
