package org.kanmai.app.live.fragments;

import org.kanmai.facts.Binary;

/**
 * A piece of a stream that follows on the one before.
 *
 * @param number 1 for the first of its stream
 * @param keyframe whether a player can begin with it
 * @param atMillis when its picture begins, by the stream's own clock; 0 when it has none
 */
public record Fragment(long number, boolean keyframe, long atMillis, Binary content) {}
