/** The river of facts: outbox and relay, the gate for what clients report, item tokens, page signatures, and what was seen. */
@ApplicationModule(allowedDependencies = {"web", "identity"})
@NullMarked
package org.kanmai.app.river;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
