@NullMarked
package org.kanmai.ranking.network;

import org.jspecify.annotations.NullMarked;
