/** What happened: immutable facts, ids, and the one JSON codec whose bytes are never written twice. */
@NullMarked
package org.kanmai.facts;

import org.jspecify.annotations.NullMarked;
