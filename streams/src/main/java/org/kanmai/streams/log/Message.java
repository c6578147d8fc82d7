package org.kanmai.streams.log;

import java.util.Optional;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One record of a topic: its key and its fact's original bytes.
 *
 * <p>An array on purpose: Flink carries it as it is, and nobody compares messages.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Message(long key, byte[] fact) {
    private static final Logger LOG = LoggerFactory.getLogger(Message.class);

    /** Returns the message that carries a fact under its own key. */
    public static Message of(Fact fact) {
        return new Message(fact.key(), FactCodec.write(fact));
    }

    /** Reads the fact; empty, never failing, when this release can't read it: one bad record must not stop the river. */
    public Optional<Fact> read() {
        try {
            return FactCodec.read(fact);
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("streams.fact.unreadable bytes={} reason={}", fact.length, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
