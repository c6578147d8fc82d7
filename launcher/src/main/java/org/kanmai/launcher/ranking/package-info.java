/** What the command line tells of the ranker: which models a running server had, and how good it is on a site's own lake. */
@NullMarked
package org.kanmai.launcher.ranking;

import org.jspecify.annotations.NullMarked;
