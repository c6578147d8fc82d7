/** The job that counts what people did with each work. */
@NullMarked
package org.kanmai.streams.works;

import org.jspecify.annotations.NullMarked;
