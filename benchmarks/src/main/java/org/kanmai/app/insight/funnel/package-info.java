/** Questions that only their own package may put. */
@NullMarked
package org.kanmai.app.insight.funnel;

import org.jspecify.annotations.NullMarked;
