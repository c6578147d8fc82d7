/** The master key, the data keys that it wraps, and the sealing of fields under them. */
@NullMarked
package org.kanmai.app.identity.keys;

import org.jspecify.annotations.NullMarked;
