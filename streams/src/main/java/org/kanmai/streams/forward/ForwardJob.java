package org.kanmai.streams.forward;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.kanmai.streams.log.Message;

/** From the facts of viewers to the log by work: the same bytes under another key. */
public record ForwardJob(DataStream<Message> viewers, Sink<Message> works) {

    /** Lays the job out in the environment of its source. */
    public void build() {
        facts();
        follows();
    }

    /** Most facts name their work, and go on where they were read. */
    private void facts() {
        viewers.flatMap(new ForwardFacts())
                .returns(TypeInformation.of(Message.class))
                .uid("forward-facts-as-read")
                .name("forward facts to their works")
                .sinkTo(works)
                .uid("forward-sink")
                .name("log by work");
    }

    /** A follow names a person, and needs to know what was shown before. */
    private void follows() {
        viewers.filter(new FollowFacts())
                .uid("follow-facts")
                .name("exposures and follows")
                .keyBy(Message::key, Types.LONG)
                .process(new ForwardFollows(), TypeInformation.of(Message.class))
                .uid("forward-follows")
                .name("forward follows to their works")
                .sinkTo(works)
                .uid("follow-sink")
                .name("follows in the log by work");
    }
}
