/** Who follows and who blocks whom. */
@NamedInterface("follows")
@NullMarked
package org.kanmai.app.identity.follows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
