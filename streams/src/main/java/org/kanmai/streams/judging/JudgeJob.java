package org.kanmai.streams.judging;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;

/** From the log by work to verdicts in the same log, and to the progress of pools. */
public record JudgeJob(DataStream<Message> works, Sink<Message> log, Sink<RedisWrite> redis) {

    /** Lays the job out in the environment of its source. */
    public void build() {
        var judged = works.filter(new JudgedFacts())
                .uid("judged-facts")
                .name("what judges read")
                .keyBy(Message::key, Types.LONG)
                .process(new JudgeWorks(), TypeInformation.of(Message.class))
                .uid("judge-works")
                .name("works in their pools");
        judged.sinkTo(log).uid("verdict-sink").name("verdicts in the log by work");
        judged.getSideOutput(JudgeWorks.PROGRESS)
                .sinkTo(redis)
                .uid("progress-sink")
                .name("progress of pools in Redis");
    }
}
