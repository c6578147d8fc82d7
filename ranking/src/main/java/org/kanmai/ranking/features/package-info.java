/**
 * What becomes of a viewer, a work and a moment before the network sees them: ids by field, how they are logged with a page, and
 * how what followed is joined to them.
 */
@NullMarked
package org.kanmai.ranking.features;

import org.jspecify.annotations.NullMarked;
