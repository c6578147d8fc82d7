/** Works: short videos with their words, facets and covers, from draft to taken down, and which of them can be recommended. */
@ApplicationModule(allowedDependencies = {"web", "identity", "notices", "governance", "media"})
@NullMarked
package org.kanmai.app.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
