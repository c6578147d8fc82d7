package org.kanmai.ranking.sequence;

/** Leaves out a share of activations at random and raises the others, so that their sum is expected to stay. */
final class Dropout {
    /** What is used outside of learning. */
    static final Dropout NONE = new Dropout(0, 1);

    private final int threshold;
    private final float raise;
    private long state;

    Dropout(double rate, long seed) {
        threshold = (int) Math.round(rate * (1 << 16));
        raise = (float) (1 / (1 - rate));
        state = seed | 1;
    }

    /** Draws a mask and applies it to the first so many values; without a share nothing happens. */
    void draw(float[] values, float[] mask, int count) {
        if (threshold == 0) {
            return;
        }
        for (int each = 0; each < count; each += 4) {
            long bits = next();
            for (int place = each; place < Math.min(count, each + 4); place++) {
                mask[place] = (bits & 0xffff) < threshold ? 0 : raise;
                bits >>>= 16;
            }
        }
        apply(values, mask, count);
    }

    /** Applies a mask that was drawn before. */
    void apply(float[] values, float[] mask, int count) {
        applyFrom(values, mask, 0, count);
    }

    /** Applies a part of a mask that was drawn before. */
    void applyFrom(float[] values, float[] mask, int from, int count) {
        if (threshold == 0) {
            return;
        }
        for (int each = 0; each < count; each++) {
            values[each] *= mask[from + each];
        }
    }

    /** Returns by how much what is kept is raised. */
    float raise() {
        return raise;
    }

    private long next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state * 0x9E3779B97F4A7C15L;
    }
}
