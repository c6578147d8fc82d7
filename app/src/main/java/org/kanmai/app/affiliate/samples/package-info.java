/** Samples that creators ask shops for: answered, sent, and shown in a work. */
@NullMarked
package org.kanmai.app.affiliate.samples;

import org.jspecify.annotations.NullMarked;
