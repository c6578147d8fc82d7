package org.kanmai.ranking.sequence;

/** The few operations that nearly all time goes into; what {@link #fastest} returns uses the machine's vectors where it may. */
sealed interface Kernels permits VectorKernels, PlainKernels {

    /** Adds the product of a and b to c; b and c must have whole rows, a may be transposed. */
    void addProduct(Matrix a, Matrix b, Matrix c);

    /** Returns the sum of the products of two runs of numbers. */
    float dot(float[] a, int fromA, float[] b, int fromB, int count);

    /** Replaces each number by e to the power of what it is above {@code highest}, and returns their sum. */
    float exponentials(float[] values, int from, int count, float highest);

    /** Returns the kernels for this machine: with vectors where the JVM has {@code jdk.incubator.vector}. */
    static Kernels fastest() {
        return fastest(System.getProperty("kanmai.kernels", ""));
    }

    static Kernels fastest(String wish) {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && !wish.equals("plain");
        return vectors ? new VectorKernels() : new PlainKernels();
    }
}
