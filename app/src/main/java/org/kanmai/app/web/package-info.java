/** What every HTTP module needs: problem details, paging, who is asking, and what each endpoint demands. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kanmai.app.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
