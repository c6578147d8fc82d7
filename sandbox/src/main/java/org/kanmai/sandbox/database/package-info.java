/** Owns the connections, the schema and the transactions. */
@NullMarked
package org.kanmai.sandbox.database;

import org.jspecify.annotations.NullMarked;
