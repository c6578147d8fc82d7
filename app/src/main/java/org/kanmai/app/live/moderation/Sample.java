package org.kanmai.app.live.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;

/**
 * The newest picture of a room that was looked at.
 *
 * @param still how many looks in a row it has stood still
 * @param kind what was last noticed; absent when nothing is wrong
 */
record Sample(Binary jpeg, Look look, Instant at, int still, Flag.@Nullable Kind kind) {}
