/** Pictures that people send: read with bounds, turned upright, cut, and encoded anew, so that nothing but pixels is kept. */
@NamedInterface("pictures")
@NullMarked
package org.kanmai.app.web.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
