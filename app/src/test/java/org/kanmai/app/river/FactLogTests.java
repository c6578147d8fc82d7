package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.kanmai.app.web.Refusal;

class FactLogTests {
    private static final int BATCH = 100;

    @Test
    void aLogThatIsAwayIsAskedOnceAndNotForEachRecord() {
        try (var away = new Away()) {
            var log = new FactLog(away, Duration.ofSeconds(5));
            var batch = Collections.nCopies(BATCH, FactLog.record("viewer", 1, new byte[] {1}));
            assertThatThrownBy(() -> log.append(batch)).isInstanceOf(Refusal.class);
            assertThat(away.asked).isEqualTo(1);
        }
    }

    @Test
    void recordsThatNobodyAcknowledgesInTimeAreRefused() {
        try (var silent = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer())) {
            var log = new FactLog(silent, Duration.ofNanos(1));
            var batch = Collections.nCopies(BATCH, FactLog.record("viewer", 1, new byte[] {1}));
            assertThatThrownBy(() -> log.append(batch)).isInstanceOf(Refusal.class);
            assertThat(silent.history())
                    .as("nor are more sent after the deadline")
                    .hasSizeLessThan(BATCH);
        }
    }

    /** A producer that knows no broker: its sends wait for one and fail. */
    private static final class Away extends MockProducer<byte[], byte[]> {
        int asked;

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> each) {
            asked++;
            return CompletableFuture.failedFuture(new TimeoutException("no broker"));
        }
    }
}
