/** What creators say about their works: words and facets, checked. */
@NamedInterface("words")
@NullMarked
package org.kanmai.app.content.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
