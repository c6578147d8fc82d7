package org.kanmai.streams;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;

/** Tells facts to a real log, as the product does. */
final class TestLog implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    TestLog(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0", "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all of them
    void tell(Fact fact) {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(fact.key()).array();
        producer.send(new ProducerRecord<>(fact.topic().code(), key, FactCodec.write(fact)));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
