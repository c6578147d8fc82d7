/** The path of an order, from the exposure that began it. */
@NullMarked
package org.kanmai.app.insight.traces;

import org.jspecify.annotations.NullMarked;
