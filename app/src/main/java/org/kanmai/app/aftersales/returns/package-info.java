/** Units that come back: what a buyer may ask for, what becomes of it, and who decides when the two do not agree. */
@NullMarked
package org.kanmai.app.aftersales.returns;

import org.jspecify.annotations.NullMarked;
