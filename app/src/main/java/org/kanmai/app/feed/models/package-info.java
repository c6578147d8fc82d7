/** How the ranker learns from the log while the site runs, which model ranks now, and how an operator takes one back. */
@NullMarked
package org.kanmai.app.feed.models;

import org.jspecify.annotations.NullMarked;
