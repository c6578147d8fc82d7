/** Sessions, visitors and pseudonyms: who sent a request. */
@NullMarked
package org.kanmai.app.identity.sessions;

import org.jspecify.annotations.NullMarked;
