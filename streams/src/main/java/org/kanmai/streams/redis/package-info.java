/** Absolute values on their way into Redis. */
@NullMarked
package org.kanmai.streams.redis;

import org.jspecify.annotations.NullMarked;
