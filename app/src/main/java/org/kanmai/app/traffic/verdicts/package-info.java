/** The way of verdicts from the log to who carries them out, each once. */
@NullMarked
package org.kanmai.app.traffic.verdicts;

import org.jspecify.annotations.NullMarked;
