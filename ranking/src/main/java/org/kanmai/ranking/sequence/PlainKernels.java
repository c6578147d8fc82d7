package org.kanmai.ranking.sequence;

/** The kernels as plain loops, for a JVM that was started without the module of vectors. */
final class PlainKernels implements Kernels {

    @Override
    public void addProduct(Matrix a, Matrix b, Matrix c) {
        for (int row = 0; row < c.rows; row++) {
            for (int inner = 0; inner < a.columns; inner++) {
                float factor = a.values[a.offset + row * a.down + inner * a.across];
                addScaled(factor, b, b.offset + inner * b.down, c, c.offset + row * c.down);
            }
        }
    }

    private static void addScaled(float factor, Matrix b, int from, Matrix c, int to) {
        float[] added = b.values;
        float[] sums = c.values;
        for (int column = 0; column < c.columns; column++) {
            sums[to + column] += factor * added[from + column];
        }
    }

    @Override
    public float dot(float[] a, int fromA, float[] b, int fromB, int count) {
        float sum = 0;
        for (int each = 0; each < count; each++) {
            sum += a[fromA + each] * b[fromB + each];
        }
        return sum;
    }

    @Override
    public float exponentials(float[] values, int from, int count, float highest) {
        float sum = 0;
        for (int each = from; each < from + count; each++) {
            values[each] = (float) Math.exp(values[each] - highest);
            sum += values[each];
        }
        return sum;
    }
}
