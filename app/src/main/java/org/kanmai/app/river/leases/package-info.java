/** Leases: what only one process may do at a time, and the node number of each. */
@NamedInterface("leases")
@NullMarked
package org.kanmai.app.river.leases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
