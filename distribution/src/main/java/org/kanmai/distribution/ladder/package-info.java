/** How works climb: first quota, cohorts and their bars, what a work has shown in a pool, verdicts and their receipts. */
@NullMarked
package org.kanmai.distribution.ladder;

import org.jspecify.annotations.NullMarked;
