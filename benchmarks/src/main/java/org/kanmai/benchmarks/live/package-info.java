/** A camera whose picture is a clock, a Chromium that reads it, and a slow line between the site and somebody who watches. */
@NullMarked
package org.kanmai.benchmarks.live;

import org.jspecify.annotations.NullMarked;
