/** Traffic as a whole: where exposures come from, how unevenly they are spread, and whether new creators stay. */
@NullMarked
package org.kanmai.app.insight.traffic;

import org.jspecify.annotations.NullMarked;
