/** What a room sells at prices of its own, and who hears of it. */
@NullMarked
package org.kanmai.app.live.offers;

import org.jspecify.annotations.NullMarked;
