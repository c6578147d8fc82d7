/** Which products a work shows, and who may show any. */
@NamedInterface("anchors")
@NullMarked
package org.kanmai.app.catalog.anchors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
