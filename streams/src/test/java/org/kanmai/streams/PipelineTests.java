package org.kanmai.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.ANNA;
import static org.kanmai.streams.Cast.NOODLES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.streams.forward.ForwardJob;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisWrite;
import org.kanmai.streams.similar.SimilarWorksJob;
import org.kanmai.streams.viewers.ViewerInterestsJob;
import org.kanmai.streams.works.WorkCountersJob;

/** The jobs with lists in the place of Kafka and Redis, settings and serializers as in the product. */
@Tag("TD-21")
@Tag("TD-60")
class PipelineTests {
    private static final Map<String, byte[]> REDIS = new ConcurrentHashMap<>();
    private static final Queue<Message> FORWARDED = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void clear() {
        REDIS.clear();
        FORWARDED.clear();
    }

    @Test
    void factsOfViewersBecomeCountersAndInterests() throws Exception {
        var viewer = Stream.of(
                        Cast.consent(1, true),
                        Cast.served(1),
                        Cast.exposed(1),
                        Cast.watched(1, 1, 4_000),
                        Cast.watched(1, 2, 9_900),
                        Cast.liked(7),
                        Cast.followed(8, new ExposureId(1)))
                .<Fact>map(fact -> fact)
                .map(Message::of)
                .toList();
        forward(viewer);
        var work = new ArrayList<Message>();
        work.add(Message.of(Cast.published()));
        work.addAll(FORWARDED);
        work.addAll(FORWARDED);
        learn(viewer, work);

        var counters = WorkCounters.parse(value(WorkCounters.key(NOODLES)));
        for (Measure measure :
                List.of(Measure.EXPOSED, Measure.HELD_3S, Measure.COMPLETED, Measure.LIKED, Measure.FOLLOWED)) {
            assertThat(counters.rated().of(measure)).as(measure.name()).isEqualTo(1);
        }
        var interests = ViewerInterests.parse(value(ViewerInterests.key(ANNA)));
        assertThat(interests.tags(5)).containsExactly("noodles", "scene:kitchen");
        assertThat(RecentWatches.parse(value(RecentWatches.key(ANNA))).entries())
                .hasSize(1);
    }

    private static byte[] value(String key) {
        return Objects.requireNonNull(REDIS.get(key), key);
    }

    private static void forward(List<Message> viewer) throws Exception {
        var environment = environment();
        new ForwardJob(stream(environment, viewer), new Forwarded()).build();
        environment.execute("forward");
    }

    private static void learn(List<Message> viewer, List<Message> work) throws Exception {
        var environment = environment();
        var works = stream(environment, work);
        new WorkCountersJob(works, new Values()).build();
        var likings = new ViewerInterestsJob(stream(environment, viewer), works, new Values()).build();
        new SimilarWorksJob(likings, new Values()).build();
        environment.execute("learn");
    }

    private static StreamExecutionEnvironment environment() {
        var configuration = Configuration.fromMap(Map.of(
                "pipeline.generic-types", "false",
                "pipeline.object-reuse", "true",
                "taskmanager.memory.network.min", "16m",
                "taskmanager.memory.network.max", "16m"));
        var environment = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        environment.setRuntimeMode(RuntimeExecutionMode.STREAMING);
        return environment;
    }

    private static DataStream<Message> stream(StreamExecutionEnvironment environment, List<Message> messages) {
        return environment.fromData(messages, TypeInformation.of(Message.class));
    }

    /** Keeps what would go to the log by work. */
    private static final class Forwarded implements Sink<Message> {
        @Override
        public SinkWriter<Message> createWriter(WriterInitContext context) {
            return new ToMemory<Message>() {
                @Override
                public void write(Message message, Context each) {
                    FORWARDED.add(message);
                }
            };
        }
    }

    /** Keeps what would be in Redis. */
    private static final class Values implements Sink<RedisWrite> {
        @Override
        public SinkWriter<RedisWrite> createWriter(WriterInitContext context) {
            return new ToMemory<RedisWrite>() {
                @Override
                public void write(RedisWrite write, Context each) {
                    REDIS.put(write.key(), write.value());
                }
            };
        }
    }

    private abstract static class ToMemory<T> implements SinkWriter<T> {
        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
