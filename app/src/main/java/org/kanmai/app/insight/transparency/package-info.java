/** Public reports of how traffic was distributed, a month each, made from what the ledger holds (TD-56, GV-24). */
@NullMarked
package org.kanmai.app.insight.transparency;

import org.jspecify.annotations.NullMarked;
