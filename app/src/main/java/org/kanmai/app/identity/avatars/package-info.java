/** Pictures of people: decoded, cut, encoded anew, served. */
@NullMarked
package org.kanmai.app.identity.avatars;

import org.jspecify.annotations.NullMarked;
