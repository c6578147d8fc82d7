package org.kanmai.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.kanmai.facts.Topic;
import org.kanmai.streams.forward.ForwardJob;
import org.kanmai.streams.judging.JudgeJob;
import org.kanmai.streams.log.KafkaLog;
import org.kanmai.streams.log.Message;
import org.kanmai.streams.redis.RedisSink;
import org.kanmai.streams.rooms.RoomBoardJob;
import org.kanmai.streams.similar.SimilarWorksJob;
import org.kanmai.streams.viewers.ViewerInterestsJob;
import org.kanmai.streams.works.WorkCountersJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All jobs, running in one embedded cluster as one graph, so that one checkpoint covers them. */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final JobClient job;
    private final Checkpoints checkpoints;
    private final Lag lag;

    private Streams(JobClient job, Checkpoints checkpoints, Lag lag) {
        this.job = job;
        this.checkpoints = checkpoints;
        this.lag = lag;
    }

    /**
     * Starts the jobs where the newest whole checkpoint left them, or at the beginning of the log when there is none.
     * Topics {@code viewer} and {@code work} must exist. Returns once they are handed to the cluster.
     *
     * @throws IllegalStateException when checkpoints exist and none can be read, or the cluster does not start
     */
    public static Streams start(StreamsSettings settings) {
        var checkpoints = new Checkpoints(settings.checkpointFolder());
        var restoreFrom = checkpoints.newestComplete();
        restoreFrom.ifPresent(checkpoints::keepOnly);
        var configuration = ClusterConfiguration.of(settings, restoreFrom);
        var environment = StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), configuration);
        build(environment, settings);
        LOG.info("streams.start parallelism={} checkpoint={}", settings.parallelism(), restoreFrom.orElse(null));
        return new Streams(submit(environment), checkpoints, new Lag(settings.bootstrap()));
    }

    private static void build(StreamExecutionEnvironment environment, StreamsSettings settings) {
        var log = new KafkaLog(settings.bootstrap());
        var redis = new RedisSink(settings.redisUri());
        var viewers = read(environment, log.source(Topic.VIEWER), Topic.VIEWER);
        var works = read(environment, log.source(Topic.WORK), Topic.WORK);
        new ForwardJob(viewers, log.sink(Topic.WORK)).build();
        new WorkCountersJob(works, redis).build();
        var likings = new ViewerInterestsJob(viewers, works, redis).build();
        new SimilarWorksJob(likings, redis).build();
        new JudgeJob(works, log.sink(Topic.WORK), redis).build();
        new RoomBoardJob(viewers, works, redis).build();
    }

    private static DataStream<Message> read(
            StreamExecutionEnvironment environment, Source<Message, ?, ?> source, Topic topic) {
        return environment
                .fromSource(
                        source,
                        WatermarkStrategy.noWatermarks(),
                        "log by " + topic.code(),
                        TypeInformation.of(Message.class))
                .uid(topic.code() + "-source");
    }

    private static JobClient submit(StreamExecutionEnvironment environment) {
        try {
            return environment.executeAsync("kanmai");
        } catch (Exception refused) {
            throw new IllegalStateException("the embedded Flink cluster did not start", refused);
        }
    }

    /** Returns whether the jobs run; they do not while they recover from a failure. */
    public boolean isRunning() {
        try {
            return job.getJobStatus().get(1, TimeUnit.SECONDS) == JobStatus.RUNNING;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            return false;
        }
    }

    /** Returns when the newest checkpoint was written; in good health that is some seconds ago at most. */
    public Optional<Instant> latestCheckpoint() {
        return checkpoints.latest();
    }

    /** Returns how many records the newest checkpoint has not taken in; empty when Kafka does not say so in time. */
    public OptionalLong lag() {
        return lag.records();
    }

    /** Stops the jobs within 20 seconds; the newest checkpoint stays, and the next start goes on from there. */
    @Override
    public void close() {
        try {
            job.cancel().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
            job.getJobExecutionResult().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException cancelled) {
            LOG.info("streams.stop");
        } catch (TimeoutException late) {
            LOG.warn("streams.stop.late", late);
        }
        lag.close();
    }
}
