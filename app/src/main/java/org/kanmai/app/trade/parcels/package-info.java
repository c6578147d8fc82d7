/** Parcels on their way: the carriers that report, and what they said happened. */
@NamedInterface("parcels")
@NullMarked
package org.kanmai.app.trade.parcels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
