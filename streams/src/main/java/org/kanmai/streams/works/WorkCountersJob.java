package org.kanmai.streams.works;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;

/** From the log by work to the counters of each work. */
public record WorkCountersJob(DataStream<Message> works, Sink<RedisWrite> redis) {

    /** Lays the job out in the environment of its source. */
    public void build() {
        works.flatMap(new ObserveWorks())
                .returns(TypeInformation.of(Sighting.class))
                .uid("observe-works")
                .name("what facts say of works")
                .keyBy(Sighting::remember, Types.LONG)
                .process(new CountOnce(), TypeInformation.of(Change.class))
                .uid("count-once")
                .name("each exposure and verb once")
                .keyBy(Change::work, Types.LONG)
                .process(new CountWorks(), TypeInformation.of(RedisWrite.class))
                .uid("count-works")
                .name("counters of works")
                .sinkTo(redis)
                .uid("counters-sink")
                .name("counters in Redis");
    }
}
