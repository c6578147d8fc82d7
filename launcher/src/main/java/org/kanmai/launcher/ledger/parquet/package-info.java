/**
 * The part of Parquet in which the product writes its raw files: flat columns without nulls, plain or by dictionary, in Zstandard or as
 * they are. Whatever else a file may be is {@link org.kanmai.launcher.ledger.parquet.Unusual}, and somebody else's to read.
 */
@NullMarked
package org.kanmai.launcher.ledger.parquet;

import org.jspecify.annotations.NullMarked;
