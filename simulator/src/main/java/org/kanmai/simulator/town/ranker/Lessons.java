package org.kanmai.simulator.town.ranker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.kanmai.facts.Fact;
import org.kanmai.ranking.learning.Learner;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.network.NetworkSettings;

/** The town's log and who learns from it: a fact is told when its time has come, and the network follows some minutes later. */
final class Lessons {
    private static final long EVERY = Duration.ofMinutes(10).toSeconds();
    /** What has learned from fewer examples does not rank. */
    private static final int ENOUGH = 2_000;
    /** So many examples make a new network worth its making. */
    private static final int NEWS = 256;

    private final Learner learner;
    private final PriorityQueue<Told> log = new PriorityQueue<>();
    private Optional<Network> network = Optional.empty();
    private long told;
    private long offset;
    private long learnedAt;
    private long published;

    private record Told(long second, long number, Fact fact) implements Comparable<Told> {
        @Override
        public int compareTo(Told other) {
            int order = Long.compare(second, other.second);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    Lessons(NetworkSettings settings) {
        learner = Learner.begin(settings);
    }

    void tell(Fact fact) {
        log.add(new Told(fact.at().getEpochSecond(), told++, fact));
    }

    void tell(List<Fact.OfSubject> facts) {
        facts.forEach(this::tell);
    }

    /** Returns the network in force at a time, unless nothing has learned enough. */
    Optional<Network> at(long second) {
        if (second - learnedAt >= EVERY) {
            learnedAt = second;
            learn(second);
        }
        return network;
    }

    private void learn(long second) {
        while (!log.isEmpty() && log.peek().second() <= second) {
            learner.take(0, offset++, Optional.of(log.remove().fact()));
        }
        var now = Instant.ofEpochSecond(second);
        int learned = 1;
        while (learned > 0) {
            learned = learner.learn(now, partition -> true);
        }
        if (learner.learned() >= ENOUGH && learner.learned() - published >= NEWS) {
            published = learner.learned();
            network = Optional.of(learner.publish());
        }
    }
}
