/** Where buyers have parcels sent, sealed. */
@NullMarked
package org.kanmai.app.trade.addresses;

import org.jspecify.annotations.NullMarked;
