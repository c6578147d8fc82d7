package org.kanmai.streams.similar;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.kanmai.streams.redis.RedisWrite;
import org.kanmai.streams.viewers.Liking;

/** From what viewers like together to the neighbours of each work. */
public record SimilarWorksJob(DataStream<Liking> likings, Sink<RedisWrite> redis) {

    /** Lays the job out in the environment of its source. */
    public void build() {
        likings.flatMap(new NearEachOther())
                .returns(TypeInformation.of(Liking.class))
                .uid("near-each-other")
                .name("both sides of what is liked together")
                .keyBy(Liking::work, Types.LONG)
                .process(new KeepNeighbours(), TypeInformation.of(RedisWrite.class))
                .uid("keep-neighbours")
                .name("neighbours of works")
                .sinkTo(redis)
                .uid("neighbours-sink")
                .name("neighbours in Redis");
    }
}
