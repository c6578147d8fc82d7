package org.kanmai.streams.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.streams.Cast;
import org.kanmai.streams.redis.RedisWrite;

@Tag("TD-21")
@SuppressWarnings("try") // the harness is declared to close with an InterruptedException
class CountingTests {

    @Test
    void aRepeatedFactChangesNothing() throws Exception {
        try (var once = countOnce()) {
            once.processElement(sighting(Cast.exposed(1)), 0);
            once.processElement(sighting(Cast.exposed(1)), 0);
            once.processElement(sighting(Cast.liked(7)), 0);
            once.processElement(sighting(Cast.liked(7)), 0);

            assertThat(once.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void whatIsRememberedOfAFactGoesAfterItsTokenEnded() throws Exception {
        try (var once = countOnce()) {
            once.processElement(sighting(Cast.exposed(1)), 0);
            assertThat(once.numKeyedStateEntries()).isEqualTo(1);

            once.setStateTtlProcessingTime(Duration.ofHours(24).toMillis());
            once.processElement(sighting(Cast.exposed(1)), 0);
            assertThat(once.extractOutputValues()).as("still remembered").hasSize(1);

            once.setStateTtlProcessingTime(Duration.ofHours(26).toMillis());
            for (long exposure = 101; exposure <= 150; exposure++) {
                once.processElement(sighting(Cast.exposed(exposure)), 0);
            }
            assertThat(once.numKeyedStateEntries()).as("the new ones").isEqualTo(50);
        }
    }

    @Test
    void eachChangeWritesTheWholeValueOfTheWork() throws Exception {
        try (var count = new KeyedOneInputStreamOperatorTestHarness<Long, Change, RedisWrite>(
                new KeyedProcessOperator<>(new CountWorks()), Change::work, Types.LONG)) {
            count.open();
            for (long exposure = 1; exposure <= 3; exposure++) {
                var observed = WorkCounters.observe(Cast.exposed(exposure));
                count.processElement(new Change(33, observed.step(0).change()), 0);
            }

            var last = count.extractOutputValues().getLast();
            assertThat(last.key()).isEqualTo("work:33:counters");
            assertThat(last.keptSeconds()).isZero();
            assertThat(WorkCounters.parse(last.value()).rated().of(Measure.EXPOSED))
                    .isEqualTo(3);
            assertThat(count.numKeyedStateEntries()).isEqualTo(1);
        }
    }

    private static Sighting sighting(Fact.OfSubject fact) {
        return new Sighting(fact.subject().id(), WorkCounters.observe(fact));
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, Sighting, Change> countOnce() throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<Long, Sighting, Change>(
                new KeyedProcessOperator<>(new CountOnce()), Sighting::remember, Types.LONG);
        harness.open();
        return harness;
    }
}
