package org.kanmai.simulator.scenes;

import java.util.List;
import org.kanmai.simulator.scenes.drawing.Look;
import org.kanmai.simulator.scenes.plots.Cast;
import org.kanmai.simulator.scenes.plots.Moment;
import org.kanmai.simulator.scenes.plots.Plots;
import org.kanmai.simulator.scenes.settings.Setting;
import org.kanmai.simulator.scenes.sound.Music;

/** All that a film is made from: the same script gives the same frames and the same sound. Captions come one a beat. */
public record Script(long seed, Setting setting, Plots plot, Look look, Music music, List<String> captions, Cast cast) {

    public Script {
        captions = List.copyOf(captions);
        if (captions.size() != Moment.BEATS) {
            throw new IllegalArgumentException("a film has " + Moment.BEATS + " captions, not " + captions.size());
        }
    }

    /** How long the film is, in seconds. */
    public double seconds() {
        return Moment.BEATS * music.beatSeconds();
    }
}
