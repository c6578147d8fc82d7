/** Little films: a script becomes a video file with pictures and sound. */
@NullMarked
package org.kanmai.simulator.scenes;

import org.jspecify.annotations.NullMarked;
