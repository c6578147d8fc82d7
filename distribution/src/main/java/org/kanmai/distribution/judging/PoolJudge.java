package org.kanmai.distribution.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.distribution.ladder.Decision;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PoolDue;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.Shared;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkWithdrawn;

/**
 * Judges one work: takes its facts in the order of the log and says what follows, the same whoever asks.
 *
 * <p>A unit is a person's first natural exposure that was made after its pool was opened. Its outcomes are what stood on the log until
 * the first fact of the work that happened ten minutes (as its pool's rules say) after the exposure. Facts that come twice are one.
 */
public final class PoolJudge {
    /** A look costs; so many new units are awaited between two of them. */
    static final int LOOK_UNITS = 100;

    private static final byte[] NOTHING = {};

    long lastOpening;
    long lastDue;

    @Nullable
    PoolOpened opening;

    /** As it is put away, again and again while the pool is open; see {@link PackedOpening}. */
    byte[] packed = NOTHING;

    Trial trial = new Trial();
    final Map<Long, Pending> pending = new LinkedHashMap<>();
    final Set<Long> persons = new HashSet<>();

    /** Returns one that knows the same and learns on its own. */
    public PoolJudge copy() {
        var copy = new PoolJudge();
        copy.lastOpening = lastOpening;
        copy.lastDue = lastDue;
        copy.opening = opening;
        copy.packed = packed;
        copy.trial = trial.copy();
        copy.pending.putAll(pending);
        copy.persons.addAll(persons);
        return copy;
    }

    /** Takes the work's next fact; returns the verdict on its pool when there is one now, after which it is in none. */
    public Optional<PoolJudged> take(Fact fact) {
        var judged = mature(fact.at());
        switch (fact) {
            case PoolOpened opened -> open(opened);
            case PoolDue due -> judged = judged.or(() -> look(due));
            case WorkWithdrawn ignored -> close();
            case Exposed exposed -> expose(exposed);
            case Watched watched -> happen(watched, watched.exposure());
            case Shared shared -> happen(shared, shared.exposure());
            case Engaged engaged -> happen(engaged, engaged.exposure());
            case Converted converted -> happen(converted, converted.exposure());
            default -> {}
        }
        return judged;
    }

    /** Returns how far the pool has come; empty while there is none. */
    public Optional<PoolProgress> progress() {
        return Optional.ofNullable(opening)
                .map(open -> new PoolProgress(open.id(), persons.size(), trial.units(), lastDue));
    }

    /** What is no opening, by whatever error, opens nothing: one bad record must not stop the river. */
    private void open(PoolOpened opened) {
        if (opened.id() <= lastOpening) {
            return;
        }
        close();
        lastOpening = opened.id();
        try {
            Openings.terms(opened);
            opening = opened;
            packed = PackedOpening.of(opened);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            close();
        }
    }

    private void close() {
        opening = null;
        packed = NOTHING;
        trial = new Trial();
        pending.clear();
        persons.clear();
    }

    private void expose(Exposed exposed) {
        boolean counts = opening != null
                && Traffic.of(exposed.terms()) == Traffic.NATURAL
                && exposed.terms().exposure().value() >= Ids.smallest(opening.at());
        if (counts && persons.add(exposed.pseudonym().value())) {
            pending.put(exposed.pseudonym().value(), Pending.of(exposed));
        }
    }

    private void happen(Fact.OfSubject fact, @Nullable ExposureId exposure) {
        var unit = pending.get(fact.pseudonym().value());
        if (opening != null && unit != null && (exposure == null || exposure.value() == unit.exposure())) {
            pending.put(unit.person(), unit.with(new Outcomes(opening.rules()).after(unit.outcomes(), fact)));
        }
    }

    /** Counts the units whose time is over, one after the other, until a verdict falls. */
    private Optional<PoolJudged> mature(Instant now) {
        while (opening != null && !pending.isEmpty()) {
            var first = pending.values().iterator().next();
            if (first.at() + opening.rules().maturesMillis() > now.toEpochMilli()) {
                return Optional.empty();
            }
            pending.remove(first.person());
            trial.add(first.outcomes(), first.cell());
            if (trial.units() >= opening.quota() || trial.units() % LOOK_UNITS == 0) {
                var judged = look(opening, opening.quota(), now);
                if (judged.isPresent()) {
                    return judged;
                }
            }
        }
        return Optional.empty();
    }

    /** At its deadline a later pool ends with what there is. */
    private Optional<PoolJudged> look(PoolDue due) {
        if (opening == null || due.opening() != opening.id()) {
            return Optional.empty();
        }
        lastDue = due.id();
        boolean ends = due.reason() == PoolDue.Reason.DEADLINE && opening.pool() > 1;
        return ends ? look(opening, trial.units(), due.at()) : Optional.empty();
    }

    private Optional<PoolJudged> look(PoolOpened open, int quota, Instant at) {
        var asked = Openings.terms(open);
        var decision = asked.decide(trial, quota);
        if (decision.verdict() == Verdict.UNDECIDED) {
            return Optional.empty();
        }
        var judged = judged(open, decision, asked.low(trial), at);
        close();
        return Optional.of(judged);
    }

    /** The id follows from the opening, so that who tells it again tells the same. */
    private PoolJudged judged(PoolOpened open, Decision decision, double low, Instant at) {
        return new PoolJudged(
                Ids.beside(Ids.smallest(at), Long.hashCode(open.id())),
                at,
                open.origin(),
                open.work(),
                open.id(),
                open.pool(),
                decision.verdict(),
                decision.units(),
                decision.above(),
                decision.below(),
                low,
                kinds(trial));
    }

    static List<PoolJudged.UnitKind> kinds(Trial trial) {
        var kinds = new ArrayList<PoolJudged.UnitKind>();
        trial.forEach((outcomes, cell, count) -> kinds.add(new PoolJudged.UnitKind(outcomes, cell, count)));
        return kinds;
    }
}
