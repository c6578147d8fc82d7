/** What every film is drawn with: sprites, lettering, soft light, particles and props. */
@NullMarked
package org.kanmai.simulator.scenes.drawing;

import org.jspecify.annotations.NullMarked;
