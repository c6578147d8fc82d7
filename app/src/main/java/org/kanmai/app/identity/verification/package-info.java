/** Whose real name has been checked. */
@NullMarked
package org.kanmai.app.identity.verification;

import org.jspecify.annotations.NullMarked;
