/** How ids and constants read and write in the API. */
@NullMarked
package org.kanmai.app.web.json;

import org.jspecify.annotations.NullMarked;
