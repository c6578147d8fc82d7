package org.kanmai.simulator.scenes.sound;

import java.util.SplittableRandom;

/**
 * Composes the music of a film from a seed: one bar a beat of the film, a chord progression of four bars, a bass, drums, and a melody of
 * a two-bar motif that returns with another ending, on the five notes that fit any of the chords.
 */
public final class Composer {

    private static final int[][] PROGRESSIONS = {
        {0, 4, 5, 3}, {0, 5, 3, 4}, {5, 3, 0, 4}, {0, 2, 3, 4}, {3, 4, 2, 5}, {0, 3, 0, 4}
    };
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};
    private static final int[] FIVE_MAJOR = {0, 2, 4, 7, 9};
    private static final int[] FIVE_MINOR = {0, 3, 5, 7, 10};
    private static final int BARS = 4;

    private final Music music;
    private final SplittableRandom random;
    private final double stroke;
    private final int root;
    private final Tape tape;

    private Composer(Music music, long seed) {
        this.music = music;
        this.random = new SplittableRandom(seed);
        this.stroke = 60.0 / music.pulse;
        this.root = 45 + random.nextInt(8);
        this.tape = new Tape(BARS * music.beatSeconds());
    }

    /** The music of a film of four beats as 16-bit little-endian stereo samples at 44.1 kHz. */
    public static byte[] compose(Music music, long seed) {
        var composer = new Composer(music, seed);
        composer.play();
        return composer.tape.finished();
    }

    private void play() {
        var progression = PROGRESSIONS[random.nextInt(PROGRESSIONS.length)];
        var motif = motif();
        for (var bar = 0; bar < BARS; bar++) {
            var start = bar * music.beatSeconds();
            var degree = progression[bar];
            chord(start, degree);
            bass(start, degree);
            melody(start, bar, motif);
            if (bar > 0 || random.nextBoolean()) {
                music.drums.bar(tape, start, stroke / 4, music.swing, random);
            }
            turn(start, bar);
        }
    }

    private void chord(double start, int degree) {
        var notes = new int[] {degree, degree + 2, degree + 4, degree + 6};
        var broken = music.chords == Voice.PLUCK || music.chords == Voice.MARIMBA;
        for (var i = 0; i < notes.length; i++) {
            var hertz = hertz(root + 12 + scale(notes[i]));
            var side = -0.4 + i * 0.27;
            if (!broken) {
                tape.add(
                        music.chords.play(hertz, stroke * (music.chords == Voice.PAD ? 3.8 : 1.6), random),
                        start,
                        0.26,
                        side,
                        0.25);
                if (music.chords == Voice.PIANO) {
                    tape.add(music.chords.play(hertz, stroke, random), start + stroke * 2.5, 0.2, side, 0.25);
                }
                continue;
            }
            for (var k = i; k < 8; k += 4) {
                tape.add(music.chords.play(hertz, stroke * 0.5, random), start + k * stroke / 2, 0.24, side, 0.2);
            }
        }
    }

    private void bass(double start, int degree) {
        var low = root - 12 + scale(degree % 7);
        var pattern = switch (music.drums) {
            case FUNK -> new double[] {0, 0.75, 1.5, 2.5, 3.25};
            case STRAIGHT -> new double[] {0.5, 1.5, 2.5, 3.5};
            case MARCH -> new double[] {0, 2};
            case BOSSA -> new double[] {0, 1.5, 2, 3.5};
            case NONE -> new double[] {0};
            default -> new double[] {0, 2.5};
        };
        for (var i = 0; i < pattern.length; i++) {
            var note = low + (i % 3 == 2 ? 7 : 0) + (music.drums == Drums.FUNK && i == 3 ? 12 : 0);
            var length = music.drums == Drums.NONE ? stroke * 3.5 : stroke * 0.62;
            tape.add(Voice.BASS.play(hertz(note), length, random), start + pattern[i] * stroke, 0.5, 0, 0.03);
        }
    }

    private int[] motif() {
        var notes = new int[16];
        var step = 4 + random.nextInt(4);
        for (var i = 0; i < notes.length; i++) {
            var strong = i % 4 == 0;
            var sounds =
                    random.nextDouble() < (strong ? 0.9 : i % 2 == 0 ? 0.62 : 0.3) * (music == Music.ZEN ? 0.6 : 1);
            step = Math.clamp(step + random.nextInt(-2, 3), 2, 10);
            notes[i] = sounds ? step : -1;
        }
        return notes;
    }

    private void melody(double start, int bar, int[] motif) {
        if (bar == 0 && music.lead == Voice.SQUARE) {
            return;
        }
        var five = music.minor ? FIVE_MINOR : FIVE_MAJOR;
        for (var i = 0; i < 8; i++) {
            var step = motif[bar % 2 * 8 + i];
            if (bar == BARS - 1 && i >= 4) {
                step = i == 4 ? 5 : -1;
            }
            if (step >= 0) {
                var note = root + 24 + five[step % 5] + 12 * (step / 5) - (music.lead == Voice.PLUCK ? 12 : 0);
                var at = start + i * stroke / 2 + (i % 2 == 1 ? music.swing * stroke / 4 : 0);
                tape.add(music.lead.play(hertz(note), stroke * (i % 2 == 0 ? 0.5 : 0.4), random), at, 0.34, 0.18, 0.35);
            }
        }
    }

    /** What is heard when the film turns to its next beat: a breath of air before it, and a drop of water on it. */
    private void turn(double start, int bar) {
        if (bar > 0) {
            var last = new double[1];
            tape.add(
                    Voice.tone(0.34, t -> {
                        last[0] += (random.nextDouble() * 2 - 1 - last[0]) * (0.04 + t * 0.9);
                        return last[0] * Math.sin(Math.PI * t / 0.34) * 0.9;
                    }),
                    start - 0.24,
                    0.32,
                    0,
                    0.1);
        }
        tape.add(
                Voice.tone(0.12, t -> Math.sin(Voice.TURN * (420 * t + 2600 * t * t)) * Math.exp(-t * 26)),
                start + 0.06,
                0.3,
                0.2,
                0.2);
        if (bar == BARS - 1) {
            tape.add(Voice.BELL.play(hertz(root + 48), 0.3, random), start + 0.5, 0.2, 0.3, 0.4);
            tape.add(Voice.BELL.play(hertz(root + 55), 0.3, random), start + 0.62, 0.2, 0.3, 0.4);
        }
    }

    private int scale(int degree) {
        var notes = music.minor ? MINOR : MAJOR;
        return notes[Math.floorMod(degree, 7)] + 12 * Math.floorDiv(degree, 7);
    }

    private static double hertz(int note) {
        return 440 * Math.pow(2, (note - 69) / 12.0);
    }
}
