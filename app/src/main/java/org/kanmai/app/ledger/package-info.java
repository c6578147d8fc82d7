/** Double-entry accounts: the only place where money moves; only appended to, every entry summing to zero. */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.kanmai.app.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
