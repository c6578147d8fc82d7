package org.kanmai.ranking.network;

/**
 * The arithmetic that takes the time, on arrays and places in them. A packed matrix lies as {@link #pack} lays it for the
 * kernels that are asked; whoever multiplies says so by a step of {@link #PACKED}.
 */
interface Kernels {
    int PACKED = 0;

    /** What a number of candidates is rounded up to. */
    int STRIP = 32;

    /** Returns the fastest that this Java has: vectors where their incubating module was added, else plain loops.
     * Vectors are of use to the optimising compiler alone; where it is off, {@code kanmai.kernels=plain} says so. */
    static Kernels fastest() {
        return fastest(System.getProperty("kanmai.kernels", ""));
    }

    static Kernels fastest(String wish) {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && !wish.equals("plain");
        return vectors ? new VectorKernels() : new PlainKernels();
    }

    /** Lays out a matrix whose element (row, column) is {@code from[at + row * rowStep + column * columnStep]}. */
    void pack(float[] from, int at, int rowStep, int columnStep, int rows, int columns, float[] to);

    /**
     * Adds to {@code c}, rows × columns, the product of {@code a}, rows × inner, and {@code b}, inner × columns. Each
     * element's sum goes through the inner index in order, whichever its row and however many rows there are.
     */
    void multiply(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int inner,
            int columns);

    /**
     * Adds to {@code scores[scoresAt + candidate]} the dot product of {@code out} with the positive part of {@code bias}
     * plus the product of a column of {@code queries}, inner × candidates, with {@code pairs}, inner × units. The
     * candidates are a multiple of {@link #STRIP}.
     */
    void weigh(
            float[] queries,
            int candidates,
            float[] pairs,
            int pairsAt,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int inner,
            int units);

    /** Returns the dot product, always summed up in the same order. */
    default float dot(float[] a, int aAt, float[] b, int bAt, int size) {
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        int at = 0;
        for (; at <= size - 4; at += 4) {
            one += a[aAt + at] * b[bAt + at];
            two += a[aAt + at + 1] * b[bAt + at + 1];
            three += a[aAt + at + 2] * b[bAt + at + 2];
            four += a[aAt + at + 3] * b[bAt + at + 3];
        }
        for (; at < size; at++) {
            one += a[aAt + at] * b[bAt + at];
        }
        return (one + two) + (three + four);
    }

    /** Adds {@code factor} times {@code x} to {@code y}. */
    void add(float factor, float[] x, int xAt, float[] y, int yAt, int size);

    /** Makes what is negative 0. */
    void rectify(float[] x, int at, int size);

    /** Adds {@code more} and makes what is negative then 0. */
    void addRectified(float[] more, int moreAt, float[] x, int at, int size);

    /** Makes 0 what belongs to an output that is not positive. */
    void mask(float[] outputs, float[] x, int size);

    /** Returns the dot product with the positive part. */
    default float rectifiedDot(float[] x, int at, float[] out, int outAt, int size) {
        float one = 0;
        float two = 0;
        float three = 0;
        float four = 0;
        int place = 0;
        for (; place <= size - 4; place += 4) {
            one += Math.max(0, x[at + place]) * out[outAt + place];
            two += Math.max(0, x[at + place + 1]) * out[outAt + place + 1];
            three += Math.max(0, x[at + place + 2]) * out[outAt + place + 2];
            four += Math.max(0, x[at + place + 3]) * out[outAt + place + 3];
        }
        for (; place < size; place++) {
            one += Math.max(0, x[at + place]) * out[outAt + place];
        }
        return (one + two) + (three + four);
    }

    /**
     * Goes back through {@link #rectifiedDot}: adds {@code slope} times the positive part of {@code x} to {@code
     * outSlopes}, makes of {@code x} its slopes, and adds these to {@code sums}.
     */
    void backRectifiedDot(
            float slope,
            float[] x,
            int at,
            float[] out,
            int outAt,
            float[] outSlopes,
            int outSlopesAt,
            float[] sums,
            int sumsAt,
            int size);

    /** Makes one step of Adam (Kingma and Ba 2014). */
    void adam(float[] weights, float[] slopes, float[] means, float[] squares, int size, AdamStep step);

    /** Makes one step of Adagrad with one sum of squares for all of a row. */
    default void adagrad(
            float[] weights, int at, float[] slopes, int slopesAt, int size, float[] squares, int row, RowStep step) {
        add(step.decay(), weights, at, slopes, slopesAt, size);
        squares[row] += dot(slopes, slopesAt, slopes, slopesAt, size) / size;
        add(-step.rate() / (float) Math.sqrt(squares[row]), slopes, slopesAt, weights, at, size);
    }

    /** Returns the largest size of a number, {@code NaN} if one is none. */
    float largest(float[] x, int size);

    /** Factors of a step of Adam: slopes are multiplied by {@code scale} first. */
    record AdamStep(float scale, float decay, float rate, float firstFactor, float secondFactor) {
        static final float FIRST = 0.9f;
        static final float SECOND = 0.999f;
        static final float LEAST = 1e-8f;

        /** Returns the factors of the step of a number that begins with 1. */
        static AdamStep of(long number, double scale, double decay, double rate) {
            double first = 1 / (1 - Math.pow(FIRST, (double) number));
            double second = 1 / (1 - Math.pow(SECOND, (double) number));
            return new AdamStep((float) scale, (float) decay, (float) rate, (float) first, (float) second);
        }
    }

    /** Factors of a step of Adagrad. */
    record RowStep(float decay, float rate) {}
}
