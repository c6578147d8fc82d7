package org.kanmai.streams.log;

import java.nio.ByteBuffer;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes a message as a record: the key in 8 bytes, big-endian, and the fact's bytes unchanged. */
final class MessageSerializer implements KafkaRecordSerializationSchema<Message> {
    private final String topic;

    MessageSerializer(String topic) {
        this.topic = topic;
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Message message, KafkaSinkContext context, Long timestamp) {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(message.key()).array();
        return new ProducerRecord<>(topic, key, message.fact());
    }
}
