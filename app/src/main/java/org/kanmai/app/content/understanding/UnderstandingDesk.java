package org.kanmai.app.content.understanding;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.kanmai.facts.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one job after another: reads a work outside of any transaction, and writes what it made in a guarded one. */
@Component
class UnderstandingDesk {
    private static final Logger log = LoggerFactory.getLogger(UnderstandingDesk.class);
    /** Longer than any job takes; a job whose process died is taken up again after it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final UnderstandingJobStore jobs;
    private final UnderstandingStore store;
    private final Reader reader;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Ids ids;
    private final Clock clock;

    UnderstandingDesk(
            UnderstandingJobStore jobs,
            UnderstandingStore store,
            Reader reader,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Ids ids,
            Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.reader = reader;
        this.transaction = transaction;
        this.meters = meters;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes the next work, if there is one, and understands it; returns whether there was one. */
    boolean workOnce() {
        var now = clock.instant();
        var job = jobs.claim(ids.next(), now, now.plus(LEASE));
        job.ifPresent(this::work);
        return job.isPresent();
    }

    private void work(UnderstandingJobStore.Job job) {
        try {
            var made = store.draft(job.work()).map(reader::read);
            transaction.executeWithoutResult(status -> {
                if (jobs.finish(job)) {
                    made.ifPresent(done -> store.put(done, clock.instant()));
                }
            });
            count("done");
        } catch (RuntimeException trouble) {
            log.warn("content.understanding.put-off work={} attempt={}", job.work(), job.attempts(), trouble);
            putOff(job);
        }
    }

    /** A work that cannot be understood is left as it is: it is reviewed and shown all the same. */
    private void putOff(UnderstandingJobStore.Job job) {
        if (job.attempts() >= ATTEMPTS) {
            jobs.finish(job);
            count("given-up");
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy((long) Math.pow(4, job.attempts() - 1));
        jobs.retry(job, clock.instant().plus(pause));
        count("put-off");
    }

    private void count(String outcome) {
        meters.counter("content.understanding.read", "outcome", outcome).increment();
    }
}
