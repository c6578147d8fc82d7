/** What hosts promise of products while they are live, kept as evidence. */
@NullMarked
package org.kanmai.app.live.promises;

import org.jspecify.annotations.NullMarked;
