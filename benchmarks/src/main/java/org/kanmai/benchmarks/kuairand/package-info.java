/** Holds the network against gradient-boosted trees and simpler models on KuaiRand-Pure: {@code ./kanmai bench kuairand PATH}. */
@NullMarked
package org.kanmai.benchmarks.kuairand;

import org.jspecify.annotations.NullMarked;
