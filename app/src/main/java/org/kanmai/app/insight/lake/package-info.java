/** From the log to Parquet files and from there to answers: the writer, its manifest, the view {@code facts}. */
@NullMarked
package org.kanmai.app.insight.lake;

import org.jspecify.annotations.NullMarked;
