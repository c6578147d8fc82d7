package org.kanmai.ranking.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KernelsTests {
    private static final Offset<Float> NEAR = within(1e-3f);

    private final SplittableRandom random = new SplittableRandom(1);
    private final Kernels vectors = new VectorKernels();
    private final Kernels plain = new PlainKernels();

    @Test
    void productsOfAnySizeAreThoseOfPlainLoops() {
        for (int rows : new int[] {1, 3, 4, 9, 18}) {
            for (int columns : new int[] {1, 7, 8, 16, 40, 50, 72}) {
                compare(rows, 5, columns);
                compare(rows, 300, columns);
            }
        }
    }

    private void compare(int rows, int inner, int columns) {
        var a = numbers(rows * inner);
        var b = numbers(inner * columns);
        compare(Matrix.of(a, rows, inner), Matrix.of(b, inner, columns));
        compare(Matrix.of(a, inner, rows).transposed(), Matrix.of(b, inner, columns));
    }

    private void compare(Matrix a, Matrix b) {
        var one = numbers(a.rows * b.columns);
        var other = one.clone();
        vectors.addProduct(a, b, Matrix.of(one, a.rows, b.columns));
        plain.addProduct(a, b, Matrix.of(other, a.rows, b.columns));
        for (int each = 0; each < one.length; each++) {
            assertThat(one[each]).isCloseTo(other[each], NEAR);
        }
    }

    @Test
    void aCopyTurnsRowsIntoColumnsAndFillsUpWithZeros() {
        var copy = numbers(8);
        Matrix.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2).transposedInto(copy, 4);
        assertThat(copy).containsExactly(1, 3, 5, 0, 2, 4, 6, 0);
    }

    @Test
    void sumsAndPowersAreThoseOfPlainLoops() {
        for (int count : new int[] {1, 15, 16, 37, 64}) {
            var one = numbers(count + 3);
            var other = one.clone();
            assertThat(vectors.dot(one, 3, one, 3, count)).isCloseTo(plain.dot(other, 3, other, 3, count), NEAR);
            assertThat(vectors.exponentials(one, 3, count, 1)).isCloseTo(plain.exponentials(other, 3, count, 1), NEAR);
            for (int each = 0; each < one.length; each++) {
                assertThat(one[each]).isCloseTo(other[each], NEAR);
            }
        }
    }

    @Test
    void whatIsInfinitelyUnlikelyHasNoPower() {
        for (var kernels : new Kernels[] {vectors, plain}) {
            var scores = new float[33];
            Arrays.fill(scores, Float.NEGATIVE_INFINITY);
            scores[0] = 2;
            assertThat(kernels.exponentials(scores, 0, 33, 2)).isEqualTo(1);
            assertThat(scores[20]).isZero();
        }
    }

    private float[] numbers(int count) {
        var numbers = new float[count];
        for (int each = 0; each < count; each++) {
            numbers[each] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
