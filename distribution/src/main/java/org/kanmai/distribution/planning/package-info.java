/** What a policy promises against what a site's pages carry, before and while it holds. */
@NullMarked
package org.kanmai.distribution.planning;

import org.jspecify.annotations.NullMarked;
