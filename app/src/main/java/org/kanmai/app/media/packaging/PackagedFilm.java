package org.kanmai.app.media.packaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kanmai.app.media.observing.Figure;
import org.kanmai.app.media.observing.Fingerprint;
import org.kanmai.app.media.observing.Observation;

/**
 * What became of a film.
 *
 * @param covers how many pictures there are to choose from, the first the best
 * @param size bytes of all its files
 * @param figures what could be measured of picture and sound
 * @param cpu what the making used of the processors
 */
public record PackagedFilm(
        int width,
        int height,
        Duration length,
        int covers,
        long size,
        Fingerprint fingerprint,
        List<Observation> observations,
        Map<Figure, Double> figures,
        Duration cpu) {
    public PackagedFilm {
        observations = List.copyOf(observations);
        figures = Map.copyOf(figures);
    }
}
