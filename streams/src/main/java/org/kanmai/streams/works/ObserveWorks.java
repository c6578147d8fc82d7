package org.kanmai.streams.works;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.streams.log.Message;

/** Reads what a fact says of the work under whose key it stands. */
final class ObserveWorks implements FlatMapFunction<Message, Sighting> {
    @Override
    public void flatMap(Message message, Collector<Sighting> out) {
        if (message.read().orElse(null) instanceof Fact.OfSubject fact) {
            var observed = WorkCounters.observe(fact);
            if (!observed.said().isNothing()) {
                out.collect(new Sighting(message.key(), observed));
            }
        }
    }
}
