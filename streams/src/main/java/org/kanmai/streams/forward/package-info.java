/** The job that passes facts of viewers on to the works they are about. */
@NullMarked
package org.kanmai.streams.forward;

import org.jspecify.annotations.NullMarked;
