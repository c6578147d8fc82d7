package org.kanmai.simulator.month;

import java.time.Instant;
import java.util.List;

/**
 * A work of the past that shows one of the world's films.
 *
 * @param film the place of the film among the world's works
 * @param cover which of the film's covers it has, from 0
 * @param appeal how much better than others it is, 1 for the usual
 */
public record Piece(
        int film,
        String creator,
        String title,
        List<String> hashtags,
        int cover,
        String fingerprint,
        Instant publishedAt,
        double appeal) {
    public Piece {
        hashtags = List.copyOf(hashtags);
    }
}
