package org.kanmai.streams.rooms;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Fact;
import org.kanmai.streams.log.Message;

/** Keeps what happens in rooms, under the key of its room. */
final class RoomFacts implements FlatMapFunction<Message, Message> {
    @Override
    public void flatMap(Message message, Collector<Message> out) {
        var fact = message.read().orElse(null);
        if (fact instanceof Attended attended) {
            out.collect(new Message(attended.room().value(), message.fact()));
        } else if (fact instanceof Fact.OfRoom) {
            out.collect(message);
        }
    }
}
