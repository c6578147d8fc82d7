package org.kanmai.app.media;

import java.util.Locale;
import org.kanmai.app.media.observing.Observation;

/**
 * What a machine check of a film came to, for a person who decides.
 *
 * @param check what was looked at, in kebab case
 * @param finding {@code clear}, {@code doubtful} or {@code unknown}
 * @param value what was measured, with its unit
 * @param blindSpot a sentence about what the check can't see
 */
public record MediaFinding(String check, String finding, String value, String blindSpot) {

    static MediaFinding of(Observation observation) {
        double doubtfulFrom = switch (observation.check()) {
            case BLACK_FRAMES -> 0.3;
            case FROZEN_FRAMES -> 0.5;
            case SILENCE -> 0.9;
            case NEAR_COPY -> 0.2;
        };
        var finding = !observation.known() ? "unknown" : observation.share() >= doubtfulFrom ? "doubtful" : "clear";
        return new MediaFinding(
                observation.check().code(),
                finding,
                observation.known() ? String.format(Locale.ROOT, "%.0f %%", observation.share() * 100) : "",
                blindSpot(observation.check()));
    }

    private static String blindSpot(Observation.Check check) {
        return switch (check) {
            case BLACK_FRAMES ->
                "Looks at four frames a second; flashes between them and dark scenes with a light in them go unseen.";
            case FROZEN_FRAMES -> "Looks at four coarse frames a second; a small movement counts as none.";
            case SILENCE -> "Measures loudness only; it understands no speech and no music.";
            case NEAR_COPY ->
                "Compares one frame a second with banned works; mirrored, turned, heavily cropped or plain pictures go unseen.";
        };
    }
}
