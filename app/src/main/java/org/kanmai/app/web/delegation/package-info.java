/** Who may act for a shop that is not their own. */
@NamedInterface("delegation")
@NullMarked
package org.kanmai.app.web.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
