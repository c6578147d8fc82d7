/** The job that keeps which works are liked by the same viewers. */
@NullMarked
package org.kanmai.streams.similar;

import org.jspecify.annotations.NullMarked;
