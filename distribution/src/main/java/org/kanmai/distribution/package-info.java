/** Who is shown what and why, as pure functions without a clock, a database or a network. */
@NullMarked
package org.kanmai.distribution;

import org.jspecify.annotations.NullMarked;
