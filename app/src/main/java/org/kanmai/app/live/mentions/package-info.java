/** Who is named in what is said in rooms, and hears of it. */
@NullMarked
package org.kanmai.app.live.mentions;

import org.jspecify.annotations.NullMarked;
