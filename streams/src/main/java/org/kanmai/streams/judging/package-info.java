/** The job that judges works in their pools. */
@NullMarked
package org.kanmai.streams.judging;

import org.jspecify.annotations.NullMarked;
