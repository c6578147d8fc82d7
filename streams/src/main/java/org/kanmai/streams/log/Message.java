package org.kanmai.streams.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One record of a topic: its key and its fact's original bytes; the fact is read once, by the first who asks.
 *
 * <p>A class and not a record, so that the steps behind a source share what was read. Flink carries the two public fields,
 * and sets them only in a message that nobody has yet.
 */
public final class Message {
    private static final Logger LOG = LoggerFactory.getLogger(Message.class);

    /** The key of the record. */
    public long key;

    /** The fact's bytes, as they were written. */
    public byte[] fact;

    private transient @Nullable Fact parsed;
    private transient boolean read;

    /** Only for Flink, which then sets the fields. */
    public Message() {
        this(0, new byte[0]);
    }

    /** Takes a key and a fact's bytes. */
    public Message(long key, byte[] fact) {
        this.key = key;
        this.fact = fact;
    }

    /** Returns the message that carries a fact under its own key. */
    public static Message of(Fact fact) {
        return new Message(fact.key(), FactCodec.write(fact));
    }

    /** Returns the key of the record. */
    public long key() {
        return key;
    }

    /** Returns the fact's bytes, as they were written. */
    public byte[] fact() {
        return fact;
    }

    /** Returns the fact; empty, never failing, when this release can't read it: one bad record must not stop the river. */
    public Optional<Fact> read() {
        if (!read) {
            parsed = parse().orElse(null);
            read = true;
        }
        return Optional.ofNullable(parsed);
    }

    private Optional<Fact> parse() {
        try {
            return FactCodec.read(fact);
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("streams.fact.unreadable bytes={} reason={}", fact.length, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
