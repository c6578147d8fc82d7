/** The job that learns what each viewer likes these hours, and forgets it when told. */
@NullMarked
package org.kanmai.streams.viewers;

import org.jspecify.annotations.NullMarked;
