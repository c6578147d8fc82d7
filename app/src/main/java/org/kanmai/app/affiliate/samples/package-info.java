/** Samples of goods for creators. */
@NullMarked
package org.kanmai.app.affiliate.samples;

import org.jspecify.annotations.NullMarked;
