package org.kanmai.streams.viewers;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;

/** From both logs to the interests, recent watches and liked works of each viewer. */
public record ViewerInterestsJob(DataStream<Message> viewers, DataStream<Message> works, Sink<RedisWrite> redis) {

    /** Lays the job out in the environment of its sources; returns which works viewers like as well as which. */
    public DataStream<Liking> build() {
        var learned = aboutWorks()
                .union(aboutNoWork())
                .keyBy(Labelled::viewer, Types.LONG)
                .process(new LearnInterests(), TypeInformation.of(RedisWrite.class))
                .uid("learn-interests-in-rows")
                .name("interests of viewers");
        learned.sinkTo(redis).uid("interests-sink").name("interests in Redis");
        return learned.getSideOutput(Liking.TAG);
    }

    private DataStream<Labelled> aboutWorks() {
        return works.flatMap(new WorkFacts())
                .returns(TypeInformation.of(AboutWork.class))
                .uid("work-facts")
                .name("what labels and what teaches")
                .keyBy(AboutWork::work, Types.LONG)
                .process(new LabelFacts(), TypeInformation.of(Labelled.class))
                .uid("label-facts")
                .name("labels of works");
    }

    private DataStream<Labelled> aboutNoWork() {
        return viewers.flatMap(new ViewerFacts())
                .returns(TypeInformation.of(Labelled.class))
                .uid("viewer-facts")
                .name("consent and follows");
    }
}
