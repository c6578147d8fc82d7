/** The published rules of distribution: proposed, signed, released by two people or after public notice, and kept for ever. */
@ApplicationModule(allowedDependencies = {"web", "identity", "river"})
@NullMarked
package org.kanmai.app.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
