/** SASRec as the paper has it, trained by PyTorch through DJL: what the product's own encoder of sequences is held against. */
@NullMarked
package org.kanmai.benchmarks.sequences;

import org.jspecify.annotations.NullMarked;
