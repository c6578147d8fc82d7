/** The built web app as files and pages. */
@NullMarked
package org.kanmai.app.web.site;

import org.jspecify.annotations.NullMarked;
