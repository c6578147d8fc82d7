package org.kanmai.ranking.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KernelsTests {

    @Test
    void aJavaWithTheModuleUsesVectors() {
        boolean has = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

        assertThat(Kernels.fastest("") instanceof VectorKernels).isEqualTo(has);
        assertThat(Kernels.fastest("plain")).isInstanceOf(PlainKernels.class);
    }

    @Test
    void productsOfVectorsAndOfPlainLoopsAgreeForAllSizes() {
        var chance = new SplittableRandom(5);
        for (int time = 0; time < 200; time++) {
            int rows = 1 + chance.nextInt(20);
            int inner = 1 + chance.nextInt(40);
            int columns = 1 + chance.nextInt(80);
            float[] a = numbers(chance, rows * inner);
            float[] b = numbers(chance, inner * columns);
            float[] plain = product(new PlainKernels(), a, b, rows, inner, columns);
            float[] fast = product(Kernels.fastest(""), a, b, rows, inner, columns);
            assertThat(fast).usingComparatorWithPrecision(1e-4f).containsExactly(plain);
        }
    }

    private static float[] product(Kernels kernels, float[] a, float[] b, int rows, int inner, int columns) {
        float[] packed = new float[inner * columns];
        kernels.pack(b, 0, columns, 1, inner, columns, packed);
        float[] c = new float[rows * columns];
        kernels.multiply(a, 0, inner, 1, packed, 0, Kernels.PACKED, c, 0, columns, rows, inner, columns);
        kernels.multiply(a, 0, inner, 1, b, 0, columns, c, 0, columns, rows, inner, columns);
        return c;
    }

    private static float[] numbers(SplittableRandom chance, int count) {
        float[] numbers = new float[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = (float) chance.nextDouble(-1, 1);
        }
        return numbers;
    }

    @Test
    void networksOfVectorsAndOfPlainLoopsTellTheSame() {
        var usual = NetworkSettings.usual();
        var plain = new Trainer(Sample.SHAPE, usual, new PlainKernels());
        var fast = new Trainer(Sample.SHAPE, usual, Kernels.fastest(""));
        for (int step = 0; step < 3; step++) {
            plain.slopes(Sample.examples(50, step));
            fast.slopes(Sample.examples(50, step));
            assertThat(fast.pass().slopes).usingComparatorWithPrecision(1e-4f).containsExactly(plain.pass().slopes);
        }
        var candidates = Sample.examples(100, 9).stream().map(Sample::candidate).toList();
        float[][] one = plain.publish().score(new long[] {1, 2}, new long[] {3, 4, 5}, candidates);
        float[][] other = fast.publish().score(new long[] {1, 2}, new long[] {3, 4, 5}, candidates);
        for (int at = 0; at < one.length; at++) {
            for (int task = 0; task < one[at].length; task++) {
                assertThat(other[at][task]).isCloseTo(one[at][task], within(1e-5f));
            }
        }
        assertThat(fast.publish().score(new long[] {1, 2}, new long[0], List.of()))
                .isEmpty();
    }
}
