package org.kanmai.simulator.scenes.sound;

/** A manner of music: its pulse in strokes a minute, whether it is in minor, its instruments and its drums. */
public enum Music {
    /** Slap bass and electric piano. */
    FUNK(100, true, Voice.PIANO, Voice.SQUARE, Drums.FUNK, 0.18),
    /** Plucked strings over a soft drum. */
    FOLK(92, false, Voice.PLUCK, Voice.FLUTE, Drums.SOFT, 0.0),
    /** Single plucked notes and much air. */
    ZEN(84, true, Voice.PAD, Voice.PLUCK, Drums.NONE, 0.0),
    /** Bright bells over chords. */
    POP(98, false, Voice.PIANO, Voice.BELL, Drums.POP, 0.0),
    /** Synthesizers and a straight beat. */
    ELECTRO(104, true, Voice.PAD, Voice.SQUARE, Drums.STRAIGHT, 0.0),
    /** Slow, swung, mellow. */
    LOFI(86, false, Voice.PIANO, Voice.MARIMBA, Drums.LAZY, 0.22),
    /** Guitar and flute with a rim click. */
    BOSSA(102, false, Voice.PLUCK, Voice.FLUTE, Drums.BOSSA, 0.0),
    /** Short and cheeky. */
    MARCH(104, false, Voice.MARIMBA, Voice.FLUTE, Drums.MARCH, 0.0),
    /** Night drive. */
    NIGHT(94, true, Voice.PAD, Voice.BELL, Drums.STRAIGHT, 0.0),
    /** Wide chords and far bells. */
    AIR(88, false, Voice.PAD, Voice.BELL, Drums.SOFT, 0.0);

    private static final int STROKES_A_BEAT = 4;

    final int pulse;
    final boolean minor;
    final Voice chords;
    final Voice lead;
    final Drums drums;
    final double swing;

    Music(int pulse, boolean minor, Voice chords, Voice lead, Drums drums, double swing) {
        this.pulse = pulse;
        this.minor = minor;
        this.chords = chords;
        this.lead = lead;
        this.drums = drums;
        this.swing = swing;
    }

    /** Strokes a minute. */
    public int pulse() {
        return pulse;
    }

    /** How long one beat of a film is, in seconds: one bar. */
    public double beatSeconds() {
        return STROKES_A_BEAT * 60.0 / pulse;
    }
}
