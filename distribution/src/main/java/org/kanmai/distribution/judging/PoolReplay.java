package org.kanmai.distribution.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.distribution.ladder.Contender;
import org.kanmai.distribution.ladder.Ladder;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Verdict;

/** Judges all works again from the records of the log by work and holds what comes of it against the verdicts that stand there. */
public final class PoolReplay {
    private static final int EXPOSURES = 1_000_000;
    private static final int KEPT = 200;

    private final Map<Long, PoolJudge> judges = new HashMap<>();
    private final Map<Long, PoolJudged> expected = new LinkedHashMap<>();
    private final Map<Long, Double> lows = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    /** A follow names no work: the exposure that led to it does. */
    private final Map<Long, Long> workOfExposure = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > EXPOSURES;
        }
    };

    private long equal;
    private long rounds;
    private long unopened;

    /** How a verdict on the log, or a round, differs from what follows from the records. */
    public record Difference(Kind kind, long id) {
        /** In what. */
        public enum Kind {
            /** The verdict is another, by one bit at least. */
            VERDICT,
            /** The records give no such verdict. */
            UNFOUNDED,
            /** The round ranks otherwise than the lower bounds of its works say. */
            ROUND
        }
    }

    /**
     * What came of it.
     *
     * @param equal verdicts that are the same to the last bit
     * @param rounds that rank as they should
     * @param waiting verdicts that follow from the records and are not on the log: none, or those of the last moments
     * @param unopened verdicts whose opening is in no file any more
     * @param differences the first of them
     */
    public record Result(long equal, long rounds, long waiting, long unopened, List<Difference> differences) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /** Takes the next record of the log by work, partition by partition in the order of offsets; what is no fact is passed over. */
    public void take(byte[] body) {
        Optional<Fact> read;
        try {
            read = FactCodec.read(body);
        } catch (IllegalArgumentException unreadable) {
            return;
        }
        read.ifPresent(fact -> take(fact, body));
    }

    private void take(Fact fact, byte[] body) {
        switch (fact) {
            case PoolJudged judged -> compare(judged, body);
            case RoundHeld held -> compare(held);
            case PoolOpened opened -> judge(opened.work().value(), true, opened);
            case Fact.OfWork ofWork -> judge(ofWork.work().value(), false, ofWork);
            case Fact.OfSubject about -> work(about).ifPresent(work -> judge(work, false, about));
            default -> {}
        }
    }

    private void judge(long work, boolean opens, Fact fact) {
        var judge = opens ? judges.computeIfAbsent(work, first -> new PoolJudge()) : judges.get(work);
        if (judge != null) {
            judge.take(fact).ifPresent(judged -> expected.put(judged.opening(), judged));
        }
    }

    private Optional<Long> work(Fact.OfSubject fact) {
        Subject about = fact instanceof Converted converted ? converted.shown() : fact.subject();
        if (about != null && about.kind() == SubjectKind.WORK) {
            if (fact instanceof Exposed exposed) {
                workOfExposure.put(exposed.terms().exposure().value(), about.id());
            }
            return Optional.of(about.id());
        }
        return fact instanceof Engaged engaged && engaged.exposure() != null
                ? Optional.ofNullable(workOfExposure.get(engaged.exposure().value()))
                : Optional.empty();
    }

    private void compare(PoolJudged judged, byte[] body) {
        if (lows.containsKey(judged.opening())) {
            return;
        }
        lows.put(judged.opening(), judged.low());
        var ours = expected.remove(judged.opening());
        if (ours != null && Arrays.equals(FactCodec.write(ours), body)) {
            equal++;
        } else if (ours == null && !judges.containsKey(judged.work().value())) {
            unopened++;
        } else {
            differ(ours == null ? Difference.Kind.UNFOUNDED : Difference.Kind.VERDICT, judged.id());
        }
    }

    private void compare(RoundHeld held) {
        var contenders = held.contenders().stream()
                .map(each -> new Contender(each.work().value(), lows.getOrDefault(each.opening(), each.low())))
                .toList();
        var ranked = Ladder.round(contenders, held.places());
        var said = new LinkedHashMap<Long, Verdict>();
        held.contenders().forEach(each -> said.put(each.work().value(), each.verdict()));
        if (List.copyOf(ranked.entrySet()).equals(List.copyOf(said.entrySet()))) {
            rounds++;
        } else {
            differ(Difference.Kind.ROUND, held.id());
        }
    }

    private void differ(Difference.Kind kind, long id) {
        if (differences.size() < KEPT) {
            differences.add(new Difference(kind, id));
        }
    }

    /** Returns what came of all records taken. */
    public Result result() {
        return new Result(equal, rounds, expected.size(), unopened, differences);
    }
}
