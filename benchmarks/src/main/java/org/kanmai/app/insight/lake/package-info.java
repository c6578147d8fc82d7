/** A lake of many facts, made by the files' own package. */
@NullMarked
package org.kanmai.app.insight.lake;

import org.jspecify.annotations.NullMarked;
