package org.kanmai.ranking.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The same 300 candidates ranked by the network and by ONNX Runtime on one thread, in turn; both look up ids and item parts. */
public final class RankingBesideOnnx implements AutoCloseable {
    private static final int CANDIDATES = 300;
    private static final int WARMING = 300;
    private static final int TIMES = 600;
    private static final int POOL = 20_000;

    private final FullSize full = new FullSize(200_000);
    private final Network network;
    private final Dimensions at;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<Candidate> pool = new ArrayList<>();
    private final float[] copied;
    private final FloatBuffer viewer;
    private final FloatBuffer keys;
    private final FloatBuffer query;
    private final FloatBuffer item;
    private final FloatBuffer cross;
    private final FloatBuffer told = direct(CANDIDATES * FullSize.TASKS);
    private double difference;
    private long onnxAlone;

    /** Learns a little, so that no weight is what it began as. */
    public RankingBesideOnnx() throws OrtException {
        for (int step = 0; step < 50; step++) {
            full.trainer.learn(full.batch());
        }
        network = full.trainer.publish();
        at = full.trainer.dimensions();
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(OnnxGraph.of(full.trainer), options);
        viewer = direct(at.itemAt);
        keys = direct(at.history * at.dimension);
        query = direct(CANDIDATES * at.dimension);
        item = direct(CANDIDATES * at.widths[1]);
        cross = direct(CANDIDATES * (at.input() - at.crossAt));
        copied = new float[at.dimension];
        for (int next = 0; next < POOL; next++) {
            long[] ids = full.ids(FullSize.ITEM);
            ids[0] = 1L + next % 5_000;
            ids[1] = next;
            pool.add(new Candidate(ids, full.ids(FullSize.CROSS)));
        }
    }

    private static FloatBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * Returns CPU milliseconds of a request: the network's median and 99th of 100, ONNX Runtime's median and 99th of 100,
     * its run alone; then the largest difference of two probabilities.
     */
    public double[] run() throws OrtException {
        long[] own = new long[TIMES];
        long[] onnx = new long[TIMES];
        long[] alone = new long[TIMES];
        for (int time = -WARMING; time < TIMES; time++) {
            long[] person = full.ids(FullSize.VIEWER);
            long[] past = full.ids(FullSize.HISTORY);
            int from = Math.floorMod(time * 7_919, 4_000);
            var candidates = pool.subList(from, from + CANDIDATES);
            long begun = cpu();
            float[][] scores = network.score(person, past, candidates);
            long between = cpu();
            ask(person, past, candidates);
            if (time >= 0) {
                onnx[time] = cpu() - between;
                own[time] = between - begun;
                alone[time] = onnxAlone;
            }
            compare(scores);
        }
        return new double[] {
            millis(own, 50), millis(own, 99), millis(onnx, 50), millis(onnx, 99), millis(alone, 50), difference
        };
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double millis(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percent / 100] / 1e6;
    }

    private void ask(long[] person, long[] past, List<Candidate> candidates) throws OrtException {
        gather(person, past, candidates);
        int count = candidates.size();
        try (var one = tensor(viewer, 1, at.itemAt);
                var two = tensor(keys, at.history, at.dimension);
                var three = tensor(query, count, 1, at.dimension);
                var four = tensor(item, count, 1, at.widths[1]);
                var five = tensor(cross, count, 1, at.input() - at.crossAt)) {
            long begun = cpu();
            try (var result =
                    session.run(Map.of("viewer", one, "keys", two, "query", three, "item", four, "cross", five))) {
                onnxAlone = cpu() - begun;
                told.clear().put(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        }
    }

    private OnnxTensor tensor(FloatBuffer values, long... sizes) throws OrtException {
        return OnnxTensor.createTensor(environment, values, sizes);
    }

    private void gather(long[] person, long[] past, List<Candidate> candidates) {
        for (var buffer : List.of(viewer, keys, query, item, cross)) {
            buffer.clear();
        }
        for (int field = 0; field < person.length; field++) {
            put(field, person[field], viewer);
        }
        for (long each : past) {
            put(at.historyTable(), each, keys);
        }
        for (var candidate : candidates) {
            put(at.historyTable(), candidate.item()[0], query);
            item.put(network.itemPart(candidate.item()));
            for (int field = 0; field < candidate.cross().length; field++) {
                put(at.viewer + at.item + field, candidate.cross()[field], cross);
            }
        }
        for (var buffer : List.of(viewer, keys, query, item, cross)) {
            buffer.flip();
        }
    }

    private void put(int table, long id, FloatBuffer to) {
        network.rows().read(table, id, copied, 0);
        to.put(copied);
    }

    private void compare(float[][] scores) {
        for (int next = 0; next < scores.length; next++) {
            for (int task = 0; task < FullSize.TASKS; task++) {
                double other = told.get(next * FullSize.TASKS + task);
                difference = Math.max(difference, Math.abs(scores[next][task] - other));
            }
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
