package org.kanmai.streams.rooms;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;

/** From the logs by viewer and by work to the board of each live room. */
public record RoomBoardJob(DataStream<Message> viewers, DataStream<Message> works, Sink<RedisWrite> redis) {

    /** Lays the job out in the environment of its sources. */
    public void build() {
        facts(viewers, "viewers")
                .union(facts(works, "rooms"))
                .keyBy(Message::key, Types.LONG)
                .process(new KeepBoard(), TypeInformation.of(RedisWrite.class))
                .uid("keep-boards")
                .name("boards of live rooms")
                .sinkTo(redis)
                .uid("boards-sink")
                .name("boards in Redis");
    }

    private static DataStream<Message> facts(DataStream<Message> log, String whose) {
        return log.flatMap(new RoomFacts())
                .returns(TypeInformation.of(Message.class))
                .uid("room-facts-of-" + whose)
                .name("what " + whose + " do in live rooms");
    }
}
