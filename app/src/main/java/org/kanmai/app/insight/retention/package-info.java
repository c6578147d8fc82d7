/** How long people stay with a work. */
@NullMarked
package org.kanmai.app.insight.retention;

import org.jspecify.annotations.NullMarked;
