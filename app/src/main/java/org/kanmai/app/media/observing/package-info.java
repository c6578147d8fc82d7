/** What machines can observe in a film: its look, and black, frozen or silent stretches; evidence for who reviews it. */
@NullMarked
package org.kanmai.app.media.observing;

import org.jspecify.annotations.NullMarked;
