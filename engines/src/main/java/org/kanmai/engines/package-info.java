/** Owns the life of PostgreSQL, Kafka and Redis: embedded on one data folder, or external by a URL. */
@NullMarked
package org.kanmai.engines;

import org.jspecify.annotations.NullMarked;
