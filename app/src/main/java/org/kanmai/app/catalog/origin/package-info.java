/** Where batches of products come from: hash-chained records that anybody can check, opened by the code on the parcel. */
@NullMarked
package org.kanmai.app.catalog.origin;

import org.jspecify.annotations.NullMarked;
