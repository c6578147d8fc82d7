/** Owns the two key pairs and what is signed with them. */
@NullMarked
package org.kanmai.sandbox.keys;

import org.jspecify.annotations.NullMarked;
