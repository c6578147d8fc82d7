/** The promise that a paid order is handed over in time, and what a buyer and a shop see of its way. */
@NullMarked
package org.kanmai.app.trade.promises;

import org.jspecify.annotations.NullMarked;
