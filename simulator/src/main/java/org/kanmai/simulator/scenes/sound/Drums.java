package org.kanmai.simulator.scenes.sound;

import java.util.SplittableRandom;

/** Patterns of one bar in sixteen steps: "x" strikes, "o" strikes softly. */
enum Drums {
    NONE("................", "................", "................"),
    FUNK("x..x..x...x.....", "....x..o.o..x..o", "x.x.x.xxx.x.x.xx"),
    SOFT("x.......x.......", "........o.......", "o...o...o...o..."),
    POP("x.....x.x.......", "....x.......x...", "x.x.x.x.x.x.x.x."),
    STRAIGHT("x...x...x...x...", "....x.......x..o", "..x...x...x...x."),
    LAZY("x......x..x.....", "....x.......x...", "o.o.o.o.o.o.o.oo"),
    BOSSA("x..xx..xx..xx..x", "x..x..x...x..x..", "o.o.o.o.o.o.o.o."),
    MARCH("x...x...x...x...", "..x...x...x.x.x.", "o.o.o.o.o.o.o.o.");

    private final String kick;
    private final String snare;
    private final String hat;

    Drums(String kick, String snare, String hat) {
        this.kick = kick;
        this.snare = snare;
        this.hat = hat;
    }

    /** Plays one bar onto the tape. */
    void bar(Tape tape, double start, double step, double swing, SplittableRandom random) {
        for (var i = 0; i < 16; i++) {
            var at = start + i * step + (i % 2 == 1 ? swing * step : 0);
            strike(tape, kick.charAt(i), at, kick(), 0.85, 0);
            strike(tape, snare.charAt(i), at, this == BOSSA ? click() : snare(random), 0.42, 0.1);
            strike(tape, hat.charAt(i), at, hat(random), 0.2, -0.35);
        }
    }

    private static void strike(Tape tape, char mark, double at, double[] sound, double loud, double side) {
        if (mark != '.') {
            tape.add(sound, at, mark == 'o' ? loud * 0.45 : loud, side, 0.04);
        }
    }

    private static double[] kick() {
        return Voice.tone(
                0.28, t -> Math.sin(Voice.TURN * (46 * t + 7.2 * (1 - Math.exp(-t * 26)))) * Math.exp(-t * 11));
    }

    private static double[] snare(SplittableRandom random) {
        return Voice.tone(
                0.2,
                t -> (random.nextDouble() * 2 - 1) * Math.exp(-t * 21) * 0.75
                        + Math.sin(Voice.TURN * 188 * t) * Math.exp(-t * 28) * 0.6);
    }

    private static double[] click() {
        return Voice.tone(0.06, t -> Math.sin(Voice.TURN * 1650 * t) * Math.exp(-t * 80));
    }

    private static double[] hat(SplittableRandom random) {
        var last = new double[1];
        return Voice.tone(0.07, t -> {
            var noise = random.nextDouble() * 2 - 1;
            var high = noise - last[0];
            last[0] = noise;
            return high * Math.exp(-t * 62) * 0.7;
        });
    }
}
