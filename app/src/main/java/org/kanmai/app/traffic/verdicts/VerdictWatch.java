package org.kanmai.app.traffic.verdicts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.app.river.leases.LeasedThread;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.facts.PoolJudged;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has one process at a time read verdicts; a verdict that is read twice is kept once. */
@Component
class VerdictWatch implements SmartLifecycle {
    private static final Duration HELD = Duration.ofSeconds(15);
    private static final Duration WAIT = Duration.ofSeconds(1);
    /** What was read since is read again after a death. */
    private static final Duration SAVED = Duration.ofSeconds(5);

    private final Intake intake;
    private final Clock clock;
    private final LeasedThread thread;

    VerdictWatch(Intake intake, Leases leases, KafkaConnectionDetails kafka, Clock clock) {
        this.intake = intake;
        this.clock = clock;
        var bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
        this.thread = new LeasedThread("verdicts", HELD, leases, () -> new Watching(new VerdictReader(bootstrap)));
    }

    /** From the taking of the lease to its end. */
    private final class Watching implements LeasedThread.Reading {
        private final VerdictReader reader;
        private final Map<Integer, Long> unsaved = new TreeMap<>();
        private Instant savedAt = Instant.EPOCH;

        Watching(VerdictReader reader) {
            this.reader = reader;
        }

        @Override
        public void begin() {
            reader.seek(intake.next());
        }

        @Override
        public void step() {
            var read = reader.read(WAIT);
            unsaved.putAll(read.next());
            take(read.verdicts());
        }

        /** Most of the log tells of no verdict, so how far it was read is noted with one, and else only now and then. */
        private void take(List<PoolJudged> verdicts) {
            var now = clock.instant();
            boolean due = !unsaved.isEmpty() && !now.isBefore(savedAt.plus(SAVED));
            if (!verdicts.isEmpty() || due) {
                intake.take(new VerdictReader.Read(verdicts, Map.copyOf(unsaved)));
                unsaved.clear();
                savedAt = now;
            }
        }

        @Override
        public void wake() {
            reader.wake();
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
