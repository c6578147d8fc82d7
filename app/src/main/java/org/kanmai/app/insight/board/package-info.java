/** The metric dictionary, boards made from it, and alarms when a figure is beyond its bar. */
@NullMarked
package org.kanmai.app.insight.board;

import org.jspecify.annotations.NullMarked;
