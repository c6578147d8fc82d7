/** The whole product as people use it, in a real browser. */
@NullMarked
package org.kanmai.launcher.journeys;

import org.jspecify.annotations.NullMarked;
