/** What agencies get of what their creators earn. */
@NamedInterface("contracts")
@NullMarked
package org.kanmai.app.affiliate.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
