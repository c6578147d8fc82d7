/** People: who they are, how they sign in, what they may do, whom they follow, and what they let be known of them. */
@ApplicationModule(allowedDependencies = {"web", "web :: pictures"})
@NullMarked
package org.kanmai.app.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
