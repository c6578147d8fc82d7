/** Which person has which role, and who approved it. */
@NullMarked
package org.kanmai.app.identity.roles;

import org.jspecify.annotations.NullMarked;
