/** What happens in a film: each plot moves its cast through the beats of a script. */
@NullMarked
package org.kanmai.simulator.scenes.plots;

import org.jspecify.annotations.NullMarked;
