/** What others say of a creator that is multiplied into the quotas of later pools. */
@NamedInterface("favours")
@NullMarked
package org.kanmai.app.traffic.favours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
