/** What agencies get of what their creators earn. */
@NullMarked
package org.kanmai.app.affiliate.contracts;

import org.jspecify.annotations.NullMarked;
