package org.kanmai.app.traffic;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Works;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.traffic.Journey.Next;
import org.kanmai.distribution.evidence.EvidenceTest;
import org.kanmai.distribution.judging.Openings;
import org.kanmai.distribution.ladder.Decision;
import org.kanmai.distribution.ladder.HotReview;
import org.kanmai.distribution.ladder.Receipt;
import org.kanmai.facts.RoundHeld;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Writes the receipts of a work from what is kept of its pools. */
@Component
class Journeys {
    private final PoolStore pools;
    private final RoundStore rounds;
    private final HotDesk desk;
    private final Works works;
    private final Policies policies;
    private final Clock clock;

    Journeys(PoolStore pools, RoundStore rounds, HotDesk desk, Works works, Policies policies, Clock clock) {
        this.pools = pools;
        this.rounds = rounds;
        this.desk = desk;
        this.works = works;
        this.policies = policies;
        this.clock = clock;
    }

    Journey of(WorkId work) {
        var rows = pools.of(work);
        var title = works.titles(List.of(work)).getOrDefault(work, "");
        return new Journey(work, title, rows.stream().map(this::step).toList(), next(work, rows));
    }

    /** Returns a pool with its receipt. */
    Journey.Step step(PoolRow row) {
        var opened = row.opened();
        return new Journey.Step(
                Long.toString(row.opening()),
                opened.pool(),
                row.state(),
                opened.policy(),
                opened.target().cohort(),
                opened.quota(),
                row.units(),
                opened.at(),
                opened.deadline(),
                row.shortfall(),
                opened.merits(),
                Journey.Favour.of(opened.favour()),
                opened.rules(),
                judgement(row));
    }

    private Journey.@Nullable Judgement judgement(PoolRow row) {
        var judged = row.judged();
        var verdict = row.verdict();
        if (judged == null || verdict == null) {
            return null;
        }
        var terms = Openings.terms(row.opened());
        var decision = new Decision(
                judged.pool(),
                judged.units(),
                row.opened().quota(),
                judged.above(),
                judged.below(),
                EvidenceTest.needed(terms.alpha()),
                judged.verdict());
        var held = Optional.ofNullable(row.round()).flatMap(rounds::find);
        double mark = held.map(Journeys::mark).orElse(1.0);
        var receipt = Receipt.of(terms, row.trial().orElseThrow(), decision, verdict, mark);
        var round = held.map(each -> Journey.Round.of(each, row.opening())).orElse(null);
        return Journey.judgement(receipt, judged.at(), round);
    }

    /** The lower bound of the last that was promoted; where none was, only evidence would have helped. */
    private static double mark(RoundHeld held) {
        return held.contenders().stream()
                .filter(each -> each.verdict().promotes())
                .mapToDouble(RoundHeld.Contender::low)
                .min()
                .orElse(1);
    }

    private Next next(WorkId work, List<PoolRow> rows) {
        if (rows.isEmpty()) {
            return Next.OPENING;
        }
        var last = rows.getLast();
        return switch (last.state()) {
            case OPEN -> last.units() >= last.opened().quota() ? Next.MATURING : Next.SHOWING;
            case ROUND -> Next.ROUND;
            case PROMOTED -> promoted(work, last);
            case STOPPED -> Next.END;
            case WITHDRAWN -> Next.WITHDRAWN;
        };
    }

    private Next promoted(WorkId work, PoolRow last) {
        boolean asked =
                last.opened().pool() == policies.at(clock.instant()).pools().size();
        boolean refused = desk.decisions(work).stream().anyMatch(each -> each.answer() == HotReview.Answer.REFUSE);
        return asked && !refused ? Next.REVIEW : Next.END;
    }

    /** Returns the verdict that holds, for a list. */
    static Verdict verdict(PoolRow row) {
        return Objects.requireNonNullElse(row.verdict(), Verdict.UNDECIDED);
    }
}
