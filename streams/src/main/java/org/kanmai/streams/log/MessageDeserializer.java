package org.kanmai.streams.log;

import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a record whose key is 8 bytes, big-endian; leaves out what is no such record. */
final class MessageDeserializer implements KafkaRecordDeserializationSchema<Message> {
    private static final Logger LOG = LoggerFactory.getLogger(MessageDeserializer.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Message> out) {
        byte[] key = record.key();
        byte[] value = record.value();
        if (key == null || key.length != Long.BYTES || value == null) {
            LOG.warn("streams.record.skipped partition={} offset={}", record.partition(), record.offset());
            return;
        }
        out.collect(new Message(ByteBuffer.wrap(key).getLong(), value));
    }

    @Override
    public TypeInformation<Message> getProducedType() {
        return TypeInformation.of(Message.class);
    }
}
