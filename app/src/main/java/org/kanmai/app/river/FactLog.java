package org.kanmai.app.river;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** The log: appends records and waits for their acknowledgement, or, for served pages, does not wait. */
class FactLog {
    private static final Logger log = LoggerFactory.getLogger(FactLog.class);

    private final Producer<byte[], byte[]> producer;
    private final Duration patience;

    FactLog(Producer<byte[], byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /** Returns the record of a fact. */
    static ProducerRecord<byte[], byte[]> record(Fact fact) {
        return record(fact.topic().code(), fact.key(), FactCodec.write(fact));
    }

    /** Returns a record: the key is 8 bytes, big-endian. */
    static ProducerRecord<byte[], byte[]> record(String topic, long key, byte[] body) {
        return new ProducerRecord<>(
                topic, ByteBuffer.allocate(Long.BYTES).putLong(key).array(), body);
    }

    /** Appends all and returns when all are acknowledged; refuses with 503 when the log does not answer in time. */
    void append(List<ProducerRecord<byte[], byte[]>> records) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (var each : send(records, deadline)) {
            await(each, deadline);
        }
    }

    /** Each send may wait for a log that is away, so the first that fails, or the deadline, ends it. */
    private List<Future<RecordMetadata>> send(List<ProducerRecord<byte[], byte[]>> records, long deadline) {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (var each : records) {
            var one = producer.send(each);
            if (one.state() == Future.State.FAILED || System.nanoTime() > deadline) {
                throw away();
            }
            sent.add(one);
        }
        return sent;
    }

    private static void await(Future<RecordMetadata> sent, long deadline) {
        try {
            sent.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException unavailable) {
            log.warn("the log did not acknowledge", unavailable);
            throw away();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static Refusal away() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "log-away",
                "Try again in a moment",
                "Nothing was taken; send it again.");
    }

    /** Appends without waiting: a served page that is lost here is rebuilt from its tokens, and a visit of a room is lost. */
    void appendLater(ProducerRecord<byte[], byte[]> page) {
        var unused = producer.send(page, (metadata, failure) -> {
            if (failure != null) {
                log.warn("a fact did not reach the log", failure);
            }
        });
    }
}
