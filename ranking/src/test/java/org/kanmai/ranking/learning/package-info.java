@NullMarked
package org.kanmai.ranking.learning;

import org.jspecify.annotations.NullMarked;
