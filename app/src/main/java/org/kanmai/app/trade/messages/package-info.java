/** What shops tell their buyers in words of their own: templates with named placeholders, filled when a notice is read. */
@NullMarked
package org.kanmai.app.trade.messages;

import org.jspecify.annotations.NullMarked;
