package org.kanmai.app.media;

import java.util.List;
import java.util.Map;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;

/**
 * A film ready for players.
 *
 * @param width pixels of its largest rendition
 * @param height pixels of its largest rendition
 * @param covers how many covers there are, {@code cover-1.jpg} the best; {@code cover.jpg} is the same picture
 * @param fingerprint 63 bits of its look; near-copies differ in few of them
 * @param evidence what machine checks found
 * @param figures what was measured of picture and sound, by names in kebab case such as {@code cuts-a-minute}
 * @param size bytes of all its files
 */
public record Packaged(
        MediaId media,
        PersonId owner,
        int width,
        int height,
        int durationMillis,
        int covers,
        long fingerprint,
        List<MediaFinding> evidence,
        Map<String, Double> figures,
        long size)
        implements MediaLibrary.Standing {
    public Packaged {
        evidence = List.copyOf(evidence);
        figures = Map.copyOf(figures);
    }
}
