/** Hands fragments on to who watches, each as fast as they can take them. */
@NullMarked
package org.kanmai.app.live.relay;

import org.jspecify.annotations.NullMarked;
