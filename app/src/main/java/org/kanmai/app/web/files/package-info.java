/** Answers that are files to keep. */
@NamedInterface("files")
@NullMarked
package org.kanmai.app.web.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
