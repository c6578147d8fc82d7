/** What comes in, passed through or made anew by ffmpeg, and comes out as fragments. */
@NullMarked
package org.kanmai.app.live.encoding;

import org.jspecify.annotations.NullMarked;
