/** The ranker's network at its full size, beside the same network in ONNX Runtime. */
@NullMarked
package org.kanmai.ranking.network;

import org.jspecify.annotations.NullMarked;
