/** How a work is judged in its pool from nothing but its own facts in the order of the log: live, in a replay, and in a dry run. */
@NullMarked
package org.kanmai.distribution.judging;

import org.jspecify.annotations.NullMarked;
