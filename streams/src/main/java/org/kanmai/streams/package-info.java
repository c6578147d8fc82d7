/** The embedded cluster that runs every job, its checkpoints, and its health. */
@NullMarked
package org.kanmai.streams;

import org.jspecify.annotations.NullMarked;
