package org.kanmai.simulator.scenes.sound;

import java.util.SplittableRandom;

/** The instruments: each plays one note of a frequency in hertz, a length in seconds and a loudness of 0..1 into a tape. */
enum Voice {
    PIANO {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(seconds + 0.5, t -> {
                var strike = Math.exp(-t * 3.2);
                var mod = sine(hertz * 14 * t) * 0.35 * Math.exp(-t * 18) + sine(hertz * t) * 1.1 * strike;
                return sine(hertz * t + mod / TURN) * strike * 0.62;
            });
        }
    },
    PLUCK {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            var period = Math.max(2, (int) Math.round(Tape.RATE / hertz));
            var string = new double[period];
            for (var i = 0; i < period; i++) {
                string[i] = random.nextDouble() * 2 - 1;
            }
            var out = new double[(int) ((seconds + 1.1) * Tape.RATE)];
            for (var i = 0; i < out.length; i++) {
                var here = i % period;
                out[i] = string[here] * 0.8;
                string[here] = (string[here] * 0.52 + string[(here + 1) % period] * 0.48) * 0.9965;
            }
            return out;
        }
    },
    FLUTE {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(seconds + 0.12, t -> {
                var breath = Math.min(1, t / 0.06) * Math.min(1, Math.max(0, (seconds + 0.12 - t) / 0.12));
                var phase = hertz * t + 0.08 * sine(5.2 * t);
                var air = (random.nextDouble() - 0.5) * 0.05;
                return (sine(phase) + 0.22 * sine(2 * phase) + 0.07 * sine(3 * phase) + air) * breath * 0.42;
            });
        }
    },
    BELL {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(seconds + 1.1, t -> {
                var mod = sine(hertz * 3.5 * t) * 1.4 * Math.exp(-t * 5);
                return sine(hertz * t + mod / TURN) * Math.exp(-t * 2.6) * 0.42;
            });
        }
    },
    MARIMBA {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(
                    0.7,
                    t -> (sine(hertz * t) * Math.exp(-t * 7) + 0.4 * sine(hertz * 3.93 * t) * Math.exp(-t * 22)) * 0.7);
        }
    },
    SQUARE {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(seconds + 0.08, t -> {
                var shape = 0.0;
                for (var k = 1; k <= 7; k += 2) {
                    shape += sine(hertz * k * t) / (k * k * 0.6);
                }
                var gate = Math.min(1, t / 0.008) * Math.min(1, Math.max(0, (seconds + 0.08 - t) / 0.08));
                return shape * gate * (0.5 + 0.5 * Math.exp(-t * 6)) * 0.28;
            });
        }
    },
    PAD {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(seconds + 0.5, t -> {
                var swell = Math.min(1, t / 0.25) * Math.min(1, Math.max(0, (seconds + 0.5 - t) / 0.5));
                var sum = 0.0;
                for (var k = 1; k <= 5; k++) {
                    sum += (sine(hertz * 1.003 * k * t) + sine(hertz * 0.997 * k * t + k / TURN)) / (k * k);
                }
                return sum * swell * 0.17;
            });
        }
    },
    BASS {
        @Override
        double[] play(double hertz, double seconds, SplittableRandom random) {
            return tone(seconds + 0.06, t -> {
                var gate = Math.min(1, t / 0.006) * Math.min(1, Math.max(0, (seconds + 0.06 - t) / 0.06));
                var body = sine(hertz * t) + 0.35 * sine(2 * hertz * t) * Math.exp(-t * 6);
                return Math.tanh(body * 1.3) * gate * Math.exp(-t * 1.4) * 0.7;
            });
        }
    };

    static final double TURN = Math.PI * 2;

    abstract double[] play(double hertz, double seconds, SplittableRandom random);

    private static final int TABLE = 1 << 14;
    private static final double[] SINE = table();

    /** The sine of a number of whole turns, from a table: its error of 0.0004 is below what is heard, and it is many times faster. */
    static double sine(double turns) {
        return SINE[(int) (long) Math.floor(turns * TABLE) & TABLE - 1];
    }

    private static double[] table() {
        var table = new double[TABLE];
        for (var i = 0; i < TABLE; i++) {
            table[i] = Math.sin(TURN * i / TABLE);
        }
        return table;
    }

    interface Wave {
        double at(double seconds);
    }

    static double[] tone(double seconds, Wave wave) {
        var out = new double[(int) (seconds * Tape.RATE)];
        for (var i = 0; i < out.length; i++) {
            out[i] = wave.at(i / (double) Tape.RATE);
        }
        return out;
    }
}
