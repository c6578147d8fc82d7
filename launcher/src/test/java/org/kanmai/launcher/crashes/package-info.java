/** The whole product is killed at work and started again: nothing that was acknowledged is missing or doubled. */
@NullMarked
package org.kanmai.launcher.crashes;

import org.jspecify.annotations.NullMarked;
