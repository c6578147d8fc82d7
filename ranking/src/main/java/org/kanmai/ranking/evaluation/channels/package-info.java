/** How good the channels of recall are: what they find of that which viewers liked later. */
@NullMarked
package org.kanmai.ranking.evaluation.channels;

import org.jspecify.annotations.NullMarked;
