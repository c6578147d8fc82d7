package org.kanmai.ranking.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The weights of a history's items for many candidates at once, in vectors across the candidates. */
final class VectorWeighing {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = VectorKernels.LANES;
    private static final int PANEL = VectorKernels.PANEL;

    private VectorWeighing() {}

    /** As {@link Kernels#weigh}. */
    static void weigh(
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
            int units) {
        for (int at = 0; at < candidates; at += PANEL) {
            int unit = 0;
            for (; unit <= units - 4; unit += 4) {
                weigh4(
                        queries,
                        at,
                        candidates,
                        pairs,
                        pairsAt + unit,
                        units,
                        bias,
                        biasAt + unit,
                        out,
                        outAt + unit,
                        scores,
                        scoresAt + at,
                        inner);
            }
            for (; unit < units; unit++) {
                weigh1(
                        queries,
                        at,
                        candidates,
                        pairs,
                        pairsAt + unit,
                        units,
                        bias,
                        biasAt + unit,
                        out,
                        outAt + unit,
                        scores,
                        scoresAt + at,
                        inner);
            }
        }
    }

    private static void weigh4(
            float[] queries,
            int at,
            int candidates,
            float[] pairs,
            int pairsAt,
            int units,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int inner) {
        var x0 = FloatVector.broadcast(SPECIES, bias[biasAt]);
        var y0 = x0;
        var x1 = FloatVector.broadcast(SPECIES, bias[biasAt + 1]);
        var y1 = x1;
        var x2 = FloatVector.broadcast(SPECIES, bias[biasAt + 2]);
        var y2 = x2;
        var x3 = FloatVector.broadcast(SPECIES, bias[biasAt + 3]);
        var y3 = x3;
        for (int k = 0, query = at, pair = pairsAt; k < inner; k++, query += candidates, pair += units) {
            var x = FloatVector.fromArray(SPECIES, queries, query);
            var y = FloatVector.fromArray(SPECIES, queries, query + LANES);
            var p0 = FloatVector.broadcast(SPECIES, pairs[pair]);
            x0 = p0.fma(x, x0);
            y0 = p0.fma(y, y0);
            var p1 = FloatVector.broadcast(SPECIES, pairs[pair + 1]);
            x1 = p1.fma(x, x1);
            y1 = p1.fma(y, y1);
            var p2 = FloatVector.broadcast(SPECIES, pairs[pair + 2]);
            x2 = p2.fma(x, x2);
            y2 = p2.fma(y, y2);
            var p3 = FloatVector.broadcast(SPECIES, pairs[pair + 3]);
            x3 = p3.fma(x, x3);
            y3 = p3.fma(y, y3);
        }
        var x = FloatVector.fromArray(SPECIES, scores, scoresAt);
        var y = FloatVector.fromArray(SPECIES, scores, scoresAt + LANES);
        var o0 = FloatVector.broadcast(SPECIES, out[outAt]);
        x = o0.fma(x0.max(0), x);
        y = o0.fma(y0.max(0), y);
        var o1 = FloatVector.broadcast(SPECIES, out[outAt + 1]);
        x = o1.fma(x1.max(0), x);
        y = o1.fma(y1.max(0), y);
        var o2 = FloatVector.broadcast(SPECIES, out[outAt + 2]);
        x = o2.fma(x2.max(0), x);
        y = o2.fma(y2.max(0), y);
        var o3 = FloatVector.broadcast(SPECIES, out[outAt + 3]);
        x = o3.fma(x3.max(0), x);
        y = o3.fma(y3.max(0), y);
        x.intoArray(scores, scoresAt);
        y.intoArray(scores, scoresAt + LANES);
    }

    private static void weigh1(
            float[] queries,
            int at,
            int candidates,
            float[] pairs,
            int pairsAt,
            int units,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int inner) {
        var x0 = FloatVector.broadcast(SPECIES, bias[biasAt]);
        var y0 = x0;
        for (int k = 0, query = at, pair = pairsAt; k < inner; k++, query += candidates, pair += units) {
            var x = FloatVector.fromArray(SPECIES, queries, query);
            var y = FloatVector.fromArray(SPECIES, queries, query + LANES);
            var p0 = FloatVector.broadcast(SPECIES, pairs[pair]);
            x0 = p0.fma(x, x0);
            y0 = p0.fma(y, y0);
        }
        var x = FloatVector.fromArray(SPECIES, scores, scoresAt);
        var y = FloatVector.fromArray(SPECIES, scores, scoresAt + LANES);
        var o0 = FloatVector.broadcast(SPECIES, out[outAt]);
        x = o0.fma(x0.max(0), x);
        y = o0.fma(y0.max(0), y);
        x.intoArray(scores, scoresAt);
        y.intoArray(scores, scoresAt + LANES);
    }
}
