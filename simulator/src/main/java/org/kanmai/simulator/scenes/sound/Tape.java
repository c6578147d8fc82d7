package org.kanmai.simulator.scenes.sound;

/** A stereo recording of fixed length that sounds are laid onto. */
final class Tape {

    static final int RATE = 44_100;

    /** The loudest sample of a finished tape, so that encoders don't clip: -1.4 dB of full scale. */
    static final double PEAK = 0.85;

    private static final double ECHO_SECONDS = 0.29;

    private final double[] left;
    private final double[] right;
    private final double[] room;

    Tape(double seconds) {
        var length = (int) Math.round(seconds * RATE);
        left = new double[length];
        right = new double[length];
        room = new double[length];
    }

    /** Adds a sound at a time in seconds, to a side of -1 (left) to 1 (right), with a share of it sent to the room. */
    void add(double[] sound, double at, double loud, double side, double toRoom) {
        var start = (int) (at * RATE);
        var toLeft = loud * Math.sqrt(0.5 * (1 - side));
        var toRight = loud * Math.sqrt(0.5 * (1 + side));
        for (var i = Math.max(0, -start); i < sound.length && start + i < left.length; i++) {
            left[start + i] += sound[i] * toLeft;
            right[start + i] += sound[i] * toRight;
            room[start + i] += sound[i] * loud * toRoom;
        }
    }

    /** The finished recording: little-endian 16-bit stereo, with room, limited, faded at both ends. */
    byte[] finished() {
        echo();
        var gain = gain();
        var bytes = new byte[left.length * 4];
        for (var i = 0; i < left.length; i++) {
            var fade = Math.min(1, Math.min(i / (0.012 * RATE), (left.length - i) / (0.5 * RATE)));
            write(bytes, i * 4, limited(left[i] * gain) * fade);
            write(bytes, i * 4 + 2, limited(right[i] * gain) * fade);
        }
        return bytes;
    }

    private void echo() {
        var delay = (int) (ECHO_SECONDS * RATE);
        var short1 = (int) (0.0437 * RATE);
        var short2 = (int) (0.0611 * RATE);
        for (var i = short1; i < room.length; i++) {
            var back = 0.34 * room[i - short1];
            back += i >= short2 ? 0.26 * room[i - short2] : 0;
            back += i >= delay ? 0.3 * room[i - delay] : 0;
            room[i] += back;
            left[i] += 0.5 * back;
            right[i] += 0.5 * (i >= short2 ? room[i - short2] * 0.6 : back);
        }
    }

    private double gain() {
        var sum = 0.0;
        for (var i = 0; i < left.length; i++) {
            sum += left[i] * left[i] + right[i] * right[i];
        }
        var mean = Math.sqrt(sum / (2.0 * left.length));
        return mean < 1e-6 ? 0 : 0.16 / mean;
    }

    private static double limited(double sample) {
        return PEAK * Math.tanh(sample / PEAK);
    }

    private static void write(byte[] bytes, int at, double sample) {
        var value = (int) Math.round(sample * 32_767);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
