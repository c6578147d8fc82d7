package org.kanmai.app.traffic;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.kanmai.distribution.judging.Openings;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.kanmai.facts.WorkPublished;
import org.kanmai.facts.WorkWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Publishes works that nobody filmed, and judges them as a judge would who had seen what tests say. */
@Component
public class Ladders {
    private static final int CELL = 3;

    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Producer<byte[], byte[]> producer;
    private final Ids ids;

    Ladders(
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Producer<byte[], byte[]> producer,
            Ids ids) {
        this.events = events;
        this.transactions = transactions;
        this.producer = producer;
        this.ids = ids;
    }

    public WorkId published(PersonId creator, Instant at) {
        var work = new WorkId(ids.next());
        publish(work, creator, at);
        return work;
    }

    public void publish(WorkId work, PersonId creator, Instant at) {
        tell(new WorkPublished(ids.next(), at, Origin.LIVE, work, creator, 12_000, List.of("茶", "scene:kitchen")));
    }

    public void withdraw(WorkId work, PersonId creator, Instant at) {
        tell(new WorkWithdrawn(ids.next(), at, Origin.LIVE, work, creator));
    }

    private void tell(Fact fact) {
        transactions.executeWithoutResult(status -> events.publishEvent(fact));
    }

    /** Returns the verdict on a pool of whose units so many of a thousand were completed. */
    public PoolJudged judged(PoolOpened opened, int goodPerMille, Instant at) {
        var trial = new Trial();
        int good = opened.quota() * goodPerMille / 1_000;
        trial.add(Outcome.PLAY.bit() | Outcome.COMPLETION.bit(), CELL, Math.max(1, good));
        trial.add(0, CELL, Math.max(1, opened.quota() - good));
        var terms = Openings.terms(opened);
        var decision = terms.decide(trial, opened.quota());
        return new PoolJudged(
                Ids.beside(Ids.smallest(at), Long.hashCode(opened.id())),
                at,
                opened.origin(),
                opened.work(),
                opened.id(),
                opened.pool(),
                decision.verdict() == Verdict.UNDECIDED ? Verdict.ENTERS_ROUND : decision.verdict(),
                decision.units(),
                decision.above(),
                decision.below(),
                terms.low(trial),
                kinds(trial));
    }

    private static List<PoolJudged.UnitKind> kinds(Trial trial) {
        var kinds = new ArrayList<PoolJudged.UnitKind>();
        trial.forEach((outcomes, cell, count) -> kinds.add(new PoolJudged.UnitKind(outcomes, cell, count)));
        return kinds;
    }

    /** Puts a verdict on the log, as the streams do. */
    public void log(PoolJudged judged) {
        var key = ByteBuffer.allocate(Long.BYTES).putLong(judged.key()).array();
        try {
            producer.send(new ProducerRecord<>("work", key, FactCodec.write(judged)))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
