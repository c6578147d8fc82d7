/** Uploads and what becomes of them: films packaged for players, their pictures, their look, and the files themselves. */
@ApplicationModule(allowedDependencies = {"web", "identity", "governance"})
@NullMarked
package org.kanmai.app.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
