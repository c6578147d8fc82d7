package org.kanmai.app.media.ffmpeg;

import java.time.Duration;

/**
 * How much one run may use.
 *
 * @param wall time on the clock
 * @param cpu time on the processors, summed over threads
 * @param memoryBytes address space; macOS does not enforce it
 * @param fileBytes size of each file that it writes
 */
public record Limits(Duration wall, Duration cpu, long memoryBytes, long fileBytes) {
    public Limits {
        if (!wall.isPositive() || !cpu.isPositive() || memoryBytes <= 0 || fileBytes <= 0) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}
