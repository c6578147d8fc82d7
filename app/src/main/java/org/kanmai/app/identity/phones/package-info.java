/** Phone numbers: sealed, masked, read on record. */
@NullMarked
package org.kanmai.app.identity.phones;

import org.jspecify.annotations.NullMarked;
