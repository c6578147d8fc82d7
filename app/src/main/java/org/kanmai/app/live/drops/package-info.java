/** Coupons that a host drops among those who are in the room. */
@NullMarked
package org.kanmai.app.live.drops;

import org.jspecify.annotations.NullMarked;
