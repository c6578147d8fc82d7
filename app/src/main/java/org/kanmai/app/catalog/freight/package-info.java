/** What sending costs, where a shop sends to, and from which warehouse. */
@NamedInterface("freight")
@NullMarked
package org.kanmai.app.catalog.freight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
