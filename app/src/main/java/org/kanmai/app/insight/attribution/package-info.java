/** Which of the touches before an order get the credit for it, by several models beside each other. */
@NullMarked
package org.kanmai.app.insight.attribution;

import org.jspecify.annotations.NullMarked;
