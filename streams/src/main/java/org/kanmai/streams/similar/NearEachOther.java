package org.kanmai.streams.similar;

import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.kanmai.streams.viewers.Liking;

/** Says to both sides that they are near: to the work that is newly liked at once, to each of the others by itself. */
final class NearEachOther implements FlatMapFunction<Liking, Liking> {
    @Override
    public void flatMap(Liking liking, Collector<Liking> out) {
        out.collect(liking);
        for (long other : liking.near()) {
            out.collect(new Liking(other, List.of(liking.work()), liking.share(), liking.second()));
        }
    }
}
