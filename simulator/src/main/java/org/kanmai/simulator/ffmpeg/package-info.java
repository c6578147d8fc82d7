/** How the simulator starts ffmpeg: the program and what must be in its environment. */
@NullMarked
package org.kanmai.simulator.ffmpeg;

import org.jspecify.annotations.NullMarked;
