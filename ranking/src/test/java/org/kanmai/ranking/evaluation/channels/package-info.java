@NullMarked
package org.kanmai.ranking.evaluation.channels;

import org.jspecify.annotations.NullMarked;
