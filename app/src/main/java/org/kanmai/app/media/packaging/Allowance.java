package org.kanmai.app.media.packaging;

import java.time.Duration;

/**
 * Which films are taken.
 *
 * @param longestSide in pixels
 */
public record Allowance(Duration shortest, Duration longest, int longestSide) {}
