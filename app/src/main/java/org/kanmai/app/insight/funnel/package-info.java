/** Funnels: how many exposures came how far, for whom it concerns. */
@NullMarked
package org.kanmai.app.insight.funnel;

import org.jspecify.annotations.NullMarked;
