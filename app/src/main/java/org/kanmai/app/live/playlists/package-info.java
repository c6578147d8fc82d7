/** The picture as HLS: for browsers that lack Media Source Extensions, and for what was recorded. */
@NullMarked
package org.kanmai.app.live.playlists;

import org.jspecify.annotations.NullMarked;
