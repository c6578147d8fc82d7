/** Owns the HTTP server: bounds, routes, and refusals as RFC 9457 problems. */
@NullMarked
package org.kanmai.sandbox.http;

import org.jspecify.annotations.NullMarked;
