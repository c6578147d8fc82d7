/** RTMP as far as a push needs it (Adobe's Real Time Messaging Protocol 1.0): one port, a key, audio and video. */
@NullMarked
package org.kanmai.app.live.rtmp;

import org.jspecify.annotations.NullMarked;
