/** Who follows and who blocks whom. */
@NullMarked
package org.kanmai.app.identity.follows;

import org.jspecify.annotations.NullMarked;
