/** Where the bytes of films lie, and how they get there and out again. */
@NullMarked
package org.kanmai.app.media.files;

import org.jspecify.annotations.NullMarked;
