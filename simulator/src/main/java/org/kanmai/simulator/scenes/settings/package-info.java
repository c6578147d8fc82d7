/** The places where films happen, painted once a film. */
@NullMarked
package org.kanmai.simulator.scenes.settings;

import org.jspecify.annotations.NullMarked;
