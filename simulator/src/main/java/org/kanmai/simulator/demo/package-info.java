/** The demo world: its people, works and talk, brought in through the public HTTP API. */
@NullMarked
package org.kanmai.simulator.demo;

import org.jspecify.annotations.NullMarked;
