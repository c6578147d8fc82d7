@NullMarked
package org.kanmai.ranking.features;

import org.jspecify.annotations.NullMarked;
