/** Asks a running server which models of the ranker there were. */
@NullMarked
package org.kanmai.launcher.ranking;

import org.jspecify.annotations.NullMarked;
