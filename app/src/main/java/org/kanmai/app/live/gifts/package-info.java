/** What viewers give hosts: paid as orders are, shared out by the ledger. */
@NullMarked
package org.kanmai.app.live.gifts;

import org.jspecify.annotations.NullMarked;
