package org.kanmai.streams.judging;

import org.apache.flink.api.common.functions.FilterFunction;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Opened;
import org.kanmai.facts.PoolDue;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.WorkWithdrawn;
import org.kanmai.streams.log.Message;

/** Keeps what a judge of a work reads. */
final class JudgedFacts implements FilterFunction<Message> {
    @Override
    public boolean filter(Message message) {
        return message.read().filter(JudgedFacts::isRead).isPresent();
    }

    private static boolean isRead(Fact fact) {
        return fact instanceof PoolOpened
                || fact instanceof PoolDue
                || fact instanceof WorkWithdrawn
                || (fact instanceof Fact.OfSubject && !(fact instanceof Opened));
    }
}
