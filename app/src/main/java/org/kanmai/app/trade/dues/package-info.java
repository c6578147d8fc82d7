/** What people pay for beside orders: whoever sells it takes what was paid. */
@NamedInterface("dues")
@NullMarked
package org.kanmai.app.trade.dues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
