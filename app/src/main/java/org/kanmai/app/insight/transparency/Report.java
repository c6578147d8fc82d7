package org.kanmai.app.insight.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.traffic.PoolCount;
import org.kanmai.app.insight.traffic.Shown;
import org.kanmai.app.insight.traffic.Spread;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.proof.TreeHead;

/**
 * How traffic was distributed in one month. It names nobody, and what it says of fewer than {@code few} people is that they are few.
 *
 * @param form of this document
 * @param from when the month began
 * @param until when it was over
 * @param few counts of people below it are absent, and so is what would be said of them
 * @param under which head of the ledger: what its entries hold, and nothing else, was counted
 * @param pages that were served
 * @param exposures of all kinds
 * @param natural those that nobody paid for
 * @param simulated those of the town of a demo world
 * @param positions shares of positions that were not given by rank
 * @param creators how natural exposures are spread over creators; absent when they are few
 * @param works how natural exposures are spread over works
 * @param pools what became of works on the ladder
 */
record Report(
        String form,
        YearMonth month,
        State state,
        Instant from,
        Instant until,
        int few,
        Head under,
        long pages,
        long exposures,
        long natural,
        long simulated,
        List<Shown> shown,
        List<Figure> positions,
        Published published,
        long withdrawn,
        @Nullable Concentration creators,
        Concentration works,
        List<PoolCount> pools,
        List<PolicyUse> policies) {
    static final String FORM = "kanmai-report-1";
    static final int FEW = 10;

    Report {
        shown = List.copyOf(shown);
        positions = List.copyOf(positions);
        pools = List.copyOf(pools);
        policies = List.copyOf(policies);
    }

    /** Whether it can still change. */
    enum State implements Code {
        /** The month is not over. */
        RUNNING,
        /** The month is over; what was told late is waited for. */
        SETTLING,
        /** It is signed and never changes. */
        FINAL
    }

    /** A signed head of the ledger, in parts and as its line. */
    record Head(long size, Binary root, Instant at, String key, String line) {
        static Head of(TreeHead head) {
            return new Head(head.size(), head.root(), head.at(), head.key(), head.line());
        }
    }

    /** A metric of the dictionary; without a value when nothing was counted that it is a share of. */
    record Figure(String metric, @Nullable Double value) {}

    /**
     * The works that were published first in the month.
     *
     * @param creators whose they are; absent when they are few
     * @param bands how many of them had how many natural exposures in the month
     */
    record Published(long works, @Nullable Long creators, List<Band> bands) {
        Published {
            bands = List.copyOf(bands);
        }
    }

    /** How many works had at least {@code from} exposures and fewer than {@code to}; the last band has no end. */
    record Band(long from, @Nullable Long to, long works) {}

    /**
     * How unevenly exposures are spread.
     *
     * @param members how many are compared
     * @param exposures that they have together
     * @param curve Lorenz's
     */
    record Concentration(long members, long exposures, List<Figure> figures, List<Spread.Point> curve) {
        Concentration {
            figures = List.copyOf(figures);
            curve = List.copyOf(curve);
        }
    }

    /** A version of the rules that was in force, by the exposures that name it. */
    record PolicyUse(long policy, long exposures, LocalDate first, LocalDate last) {}

    /** Returns the same in another state. */
    Report as(State other) {
        return with(other, under);
    }

    /** Returns whether another says the same, whatever the head and the state. */
    boolean saysTheSame(Report other) {
        return equals(other.with(state, under));
    }

    private Report with(State otherState, Head head) {
        return new Report(
                form,
                month,
                otherState,
                from,
                until,
                few,
                head,
                pages,
                exposures,
                natural,
                simulated,
                shown,
                positions,
                published,
                withdrawn,
                creators,
                works,
                pools,
                policies);
    }
}
