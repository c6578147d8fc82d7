/** The other side of the wire: servers in a test's own process that speak as payment providers do. */
@NullMarked
package org.kanmai.app.payment.stand;

import org.jspecify.annotations.NullMarked;
