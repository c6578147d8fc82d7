/** A self-attention encoder of the works that a viewer had last (SASRec), its trainer and its form on disk; it knows items by their ids alone. */
@NullMarked
package org.kanmai.ranking.sequence;

import org.jspecify.annotations.NullMarked;
