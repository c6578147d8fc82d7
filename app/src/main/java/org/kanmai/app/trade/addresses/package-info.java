/** Where buyers have parcels sent, sealed. */
@NamedInterface("addresses")
@NullMarked
package org.kanmai.app.trade.addresses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
