/** The programs ffmpeg and ffprobe: unpacks them once and runs them so that a hostile file can do no harm. */
@NamedInterface("ffmpeg")
@NullMarked
package org.kanmai.app.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
