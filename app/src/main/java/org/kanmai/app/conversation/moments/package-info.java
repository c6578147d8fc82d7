/** Comments over films, each at its moment. */
@NullMarked
package org.kanmai.app.conversation.moments;

import org.jspecify.annotations.NullMarked;
