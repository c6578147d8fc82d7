/** The Kanmai under load: started from the built tree, watched from outside, stopped. */
@NullMarked
package org.kanmai.benchmarks.server;

import org.jspecify.annotations.NullMarked;
