/** Whether the lake, the streams and the truth count the same. */
@NullMarked
package org.kanmai.app.insight.agreement;

import org.jspecify.annotations.NullMarked;
