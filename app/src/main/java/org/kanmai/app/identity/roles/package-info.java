/** Which person has which role, and who approved it. */
@NamedInterface("roles")
@NullMarked
package org.kanmai.app.identity.roles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
