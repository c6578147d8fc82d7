package org.kanmai.app.identity.phones;

import java.time.Instant;

/**
 * One reading of somebody's grade-3 data in clear.
 *
 * @param by handle of the reader, empty when the reader has been erased
 */
record DataAccess(Instant at, String by, String field, String reason) {}
