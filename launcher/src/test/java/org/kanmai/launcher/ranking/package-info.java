@NullMarked
package org.kanmai.launcher.ranking;

import org.jspecify.annotations.NullMarked;
