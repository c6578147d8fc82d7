/** What viewers buy and what works sell, as the ranker may know it: reckoned when it is asked for, and remembered for a while. */
@NullMarked
package org.kanmai.app.feed.buying;

import org.jspecify.annotations.NullMarked;
