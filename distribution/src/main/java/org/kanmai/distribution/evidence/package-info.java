/** How sure one may be of what was counted, however often one looks: nothing of works, pools or people. */
@NullMarked
package org.kanmai.distribution.evidence;

import org.jspecify.annotations.NullMarked;
