/** Records of the log as the jobs read and write them: a key and a fact's own bytes. */
@NullMarked
package org.kanmai.streams.log;

import org.jspecify.annotations.NullMarked;
