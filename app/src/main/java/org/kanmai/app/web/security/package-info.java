/** CSRF, content policy and other headers. */
@NullMarked
package org.kanmai.app.web.security;

import org.jspecify.annotations.NullMarked;
