/** Whom a viewer may want to follow, and why. */
@NullMarked
package org.kanmai.app.feed.people;

import org.jspecify.annotations.NullMarked;
