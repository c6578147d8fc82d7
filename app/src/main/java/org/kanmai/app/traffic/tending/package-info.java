/** What time alone does to open pools; {@link org.kanmai.app.traffic.tending.Tending} does it. */
@NullMarked
package org.kanmai.app.traffic.tending;

import org.jspecify.annotations.NullMarked;
