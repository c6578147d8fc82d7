/** Review cases about whatever can be shown, violation classes, decisions and reports: "may this viewer see this?" */
@ApplicationModule(allowedDependencies = {"web", "identity", "notices"})
@NullMarked
package org.kanmai.app.governance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
