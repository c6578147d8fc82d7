package org.kanmai.streams.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkNeighbours;
import org.kanmai.streams.redis.RedisWrite;
import org.kanmai.streams.viewers.Liking;

@Tag("TD-18")
class KeepNeighboursTests {
    private KeyedOneInputStreamOperatorTestHarness<Long, Liking, RedisWrite> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepNeighbours()), Liking::work, Types.LONG);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void bothSidesHearOfALiking() throws Exception {
        var said = new ArrayList<Liking>();
        new NearEachOther().flatMap(liking(1, 2, 3), new ListCollector<>(said));

        assertThat(said).containsExactly(liking(1, 2, 3), liking(2, 1), liking(3, 1));
    }

    @Test
    void whatIsLikedTogetherMoreOftenIsNearerAndIsWrittenOnceASecond() throws Exception {
        for (var liking : List.of(liking(1, 2, 3), liking(1, 3), liking(1, 3, 4), liking(9, 1))) {
            operator.processElement(liking, 0);
        }
        assertThat(operator.extractOutputValues()).isEmpty();
        operator.setProcessingTime(KeepNeighbours.PACE.toMillis());

        var writes = operator.extractOutputValues();
        assertThat(writes).extracting(RedisWrite::key).containsExactlyInAnyOrder(key(1), key(9));
        assertThat(writes).allMatch(write -> write.keptSeconds() == WorkNeighbours.KEPT.toSeconds());
        var nearest = writes.stream()
                .filter(write -> write.key().equals(key(1)))
                .map(write -> WorkNeighbours.parse(write.value()).nearest(9))
                .findFirst()
                .orElseThrow();
        assertThat(nearest).containsExactly(new WorkId(3), new WorkId(2), new WorkId(4));
    }

    @Test
    void aWorkThatNobodyLikesAnyMoreIsForgotten() throws Exception {
        operator.processElement(liking(1, 2), 0);
        operator.setStateTtlProcessingTime(
                WorkNeighbours.KEPT.plus(Duration.ofDays(1)).toMillis());
        operator.setProcessingTime(KeepNeighbours.PACE.toMillis());

        assertThat(WorkNeighbours.parse(
                                operator.extractOutputValues().getFirst().value())
                        .nearest(9))
                .isEmpty();
    }

    private static String key(long work) {
        return WorkNeighbours.key(new WorkId(work));
    }

    private static Liking liking(long work, long... near) {
        return new Liking(work, LongStream.of(near).boxed().toList(), 0.5, NOON.getEpochSecond());
    }
}
