/** Synthesised music: a seeded composer, its instruments and the wave file. */
@NullMarked
package org.kanmai.simulator.scenes.sound;

import org.jspecify.annotations.NullMarked;
