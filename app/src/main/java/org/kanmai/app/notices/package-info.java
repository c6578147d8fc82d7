/** Notices to people: what they are told of, how often and when, in their inbox and by e-mail. */
@ApplicationModule(allowedDependencies = {"web", "identity", "identity :: consents"})
@NullMarked
package org.kanmai.app.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
