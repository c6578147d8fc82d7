/** What machines make of a work while it waits for its review: its meaning, keywords, topics, length and figures. */
@NamedInterface("understanding")
@NullMarked
package org.kanmai.app.content.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
