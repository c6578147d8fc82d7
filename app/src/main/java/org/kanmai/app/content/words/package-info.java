/** What creators say about their works: words and facets, checked. */
@NullMarked
package org.kanmai.app.content.words;

import org.jspecify.annotations.NullMarked;
