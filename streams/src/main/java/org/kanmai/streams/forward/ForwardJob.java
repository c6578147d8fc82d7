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
        viewers.keyBy(Message::key, Types.LONG)
                .process(new ForwardFacts(), TypeInformation.of(Message.class))
                .uid("forward-facts")
                .name("forward facts to their works")
                .sinkTo(works)
                .uid("forward-sink")
                .name("log by work");
    }
}
