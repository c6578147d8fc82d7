/** Orders that were placed and went their way before they are told here. */
@NamedInterface("past")
@NullMarked
package org.kanmai.app.trade.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
