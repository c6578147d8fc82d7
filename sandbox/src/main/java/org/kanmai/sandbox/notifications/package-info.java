/** Owns what the merchant is told, until the merchant has acknowledged it. */
@NullMarked
package org.kanmai.sandbox.notifications;

import org.jspecify.annotations.NullMarked;
