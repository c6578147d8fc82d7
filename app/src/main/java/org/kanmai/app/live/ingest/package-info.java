/** Pushes that come to another server for RTMP, such as nginx-rtmp or SRS, which asks here and from which the picture is pulled. */
@NullMarked
package org.kanmai.app.live.ingest;

import org.jspecify.annotations.NullMarked;
