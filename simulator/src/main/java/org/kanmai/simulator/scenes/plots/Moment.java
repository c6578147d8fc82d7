package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Ease;

/** A moment of a film of four beats: seconds since its start, seconds a beat, and the pulse of its music in beats a minute. */
public record Moment(double seconds, double beatSeconds, int pulse) {

    /** How many beats a film has. */
    public static final int BEATS = 4;

    /** Which beat this is, 0 to 3. */
    public int beat() {
        return Math.min(BEATS - 1, (int) (seconds / beatSeconds));
    }

    /** Seconds since this beat began. */
    public double age() {
        return seconds - beat() * beatSeconds;
    }

    /** Seconds until this beat ends; never runs out in the last one. */
    public double left() {
        return beat() == BEATS - 1 ? beatSeconds : beatSeconds - age();
    }

    /** Seconds since a beat began, negative before it. */
    public double since(int beat) {
        return seconds - beat * beatSeconds;
    }

    /** The share of a movement that starts so many seconds after a beat began and takes so many seconds. */
    public double share(int beat, double after, double takes) {
        return Ease.hold((since(beat) - after) / takes);
    }

    /** A calm wave between -1 and 1, so many a second. */
    public double wave(double aSecond) {
        return Math.sin(seconds * aSecond * Math.PI * 2);
    }

    /** 1 on each stroke of the music, falling to 0 before the next. */
    public double kick() {
        var strokes = seconds * pulse / 60.0;
        return Math.exp(-4 * (strokes - Math.floor(strokes)));
    }
}
