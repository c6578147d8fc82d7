/** Sign-up, sign-in, one's own profile, and erasure. */
@NullMarked
package org.kanmai.app.identity.accounts;

import org.jspecify.annotations.NullMarked;
