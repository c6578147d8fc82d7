/** Who answers for what a room sells: platform, host or the agency behind, and merchant; kept with each order. */
@NullMarked
package org.kanmai.app.live.parties;

import org.jspecify.annotations.NullMarked;
