/** Sending many orders at once: what waits to be sent, and a file that says how it was. */
@NullMarked
package org.kanmai.app.trade.shipping;

import org.jspecify.annotations.NullMarked;
