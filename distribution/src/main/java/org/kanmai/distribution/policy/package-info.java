/** The published rules of distribution: one document, read and checked line by line, kept for ever under its version. */
@NullMarked
package org.kanmai.distribution.policy;

import org.jspecify.annotations.NullMarked;
