package org.kanmai.streams.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.BO;
import static org.kanmai.streams.Cast.NOODLES;
import static org.kanmai.streams.Cast.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.judging.Openings;
import org.kanmai.distribution.judging.PoolJudge;
import org.kanmai.distribution.judging.PoolProgress;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PoolDue;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.Pseudonym;
import org.kanmai.streams.Cast;
import org.kanmai.streams.log.Message;

@Tag("TD-03")
@SuppressWarnings("try") // the harness is declared to close with an InterruptedException
class JudgeWorksTests {
    private static final int QUOTA = 30;

    @Test
    void aWorkIsJudgedOnceAndAsTheJudgeAloneWould() throws Exception {
        try (var works = works()) {
            for (var fact : river()) {
                works.processElement(message(fact), 0);
                works.processElement(message(fact), 0);
            }
            assertThat(verdicts(works)).isEqualTo(alone()).hasSize(1);
        }
    }

    @Test
    void aCheckpointLosesNothing() throws Exception {
        var facts = river();
        for (int place : List.of(1, 17, facts.size() - 1)) {
            try (var before = works();
                    var after = harness()) {
                facts.subList(0, place).forEach(fact -> process(before, fact));
                var snapshot = before.snapshot(1, 1);
                facts.subList(place, facts.size()).forEach(fact -> process(before, fact));
                after.setup();
                after.initializeState(snapshot);
                after.open();
                facts.subList(place, facts.size()).forEach(fact -> process(after, fact));
                assertThat(verdicts(after)).isEqualTo(alone());
            }
        }
    }

    @Test
    void progressIsThereWhileThePoolIsOpen() throws Exception {
        try (var works = works()) {
            var facts = river();
            facts.subList(0, 11).forEach(fact -> process(works, fact));
            var written = works.getSideOutput(JudgeWorks.PROGRESS);
            var last = List.copyOf(written).getLast().getValue();
            assertThat(last.key()).isEqualTo("work:33:pool");
            assertThat(PoolProgress.parse(last.value())).isEqualTo(new PoolProgress(opened().id(), 10, 0, 0));
            facts.subList(11, facts.size()).forEach(fact -> process(works, fact));
            assertThat(List.copyOf(works.getSideOutput(JudgeWorks.PROGRESS))
                            .getLast()
                            .getValue()
                            .value())
                    .isEmpty();
        }
    }

    @Test
    void aWorkThatWasNeverInAPoolLeavesNothing() throws Exception {
        try (var works = works()) {
            process(works, Cast.exposed(1));
            assertThat(works.numKeyedStateEntries()).isZero();
        }
    }

    private static List<PoolJudged> alone() {
        var judge = new PoolJudge();
        return river().stream().flatMap(fact -> judge.take(fact).stream()).toList();
    }

    private static List<Fact> river() {
        var facts = new ArrayList<Fact>(List.of(opened()));
        for (int viewer = 1; viewer <= QUOTA; viewer++) {
            facts.add(Cast.exposed(viewer, new Pseudonym(viewer), NOODLES));
        }
        facts.add(Cast.watched(7, 1, 9_900, new Pseudonym(7), NOODLES));
        facts.add(new PoolDue(
                90, NOON.plusSeconds(3_600), Origin.LIVE, NOODLES, opened().id(), PoolDue.Reason.DELIVERED, QUOTA));
        return facts;
    }

    private static PoolOpened opened() {
        var bar = new PoolBar(0.3, Map.of(), Collections.nCopies(192, 1.0), 0, Cohort.ALL);
        return new PoolOpened(
                80,
                Instant.parse("2025-01-01T00:00:00Z"),
                Origin.LIVE,
                NOODLES,
                BO,
                1,
                QUOTA,
                NOON.plusSeconds(86_400),
                1,
                Openings.rules(PolicyDocument.first(), 1, Trade.SHOWS_NOTHING),
                Openings.target(Cohort.ALL, bar),
                List.of());
    }

    private static Message message(Fact fact) {
        return new Message(NOODLES.value(), Message.of(fact).fact());
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, Message, Message> harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new JudgeWorks()), Message::key, Types.LONG);
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, Message, Message> works() throws Exception {
        var works = harness();
        works.open();
        return works;
    }

    private static void process(KeyedOneInputStreamOperatorTestHarness<Long, Message, Message> works, Fact fact) {
        try {
            works.processElement(message(fact), 0);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<PoolJudged> verdicts(KeyedOneInputStreamOperatorTestHarness<Long, Message, Message> works) {
        return works.extractOutputValues().stream()
                .map(message -> (PoolJudged) message.read().orElseThrow())
                .toList();
    }
}
