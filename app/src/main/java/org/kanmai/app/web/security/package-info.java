/** CSRF, content policy and other headers; a module names here whose pages it shows in a frame. */
@NamedInterface("security")
@NullMarked
package org.kanmai.app.web.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
