/** The positions that works in open pools are given, node by node; {@link Pools} is what a feed asks. */
@NamedInterface("slots")
@NullMarked
package org.kanmai.app.traffic.slots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
