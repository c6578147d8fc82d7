/** The root of the application's modules; each package below is one. */
@NullMarked
package org.kanmai.app;

import org.jspecify.annotations.NullMarked;
