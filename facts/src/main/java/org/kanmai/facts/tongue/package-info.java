/** The language in which tools of the command line say what they say. */
@NullMarked
package org.kanmai.facts.tongue;

import org.jspecify.annotations.NullMarked;
