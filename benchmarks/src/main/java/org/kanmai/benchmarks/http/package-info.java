/** A lean HTTP/1.1 client: on two cores a heavy one would be what is measured. */
@NullMarked
package org.kanmai.benchmarks.http;

import org.jspecify.annotations.NullMarked;
