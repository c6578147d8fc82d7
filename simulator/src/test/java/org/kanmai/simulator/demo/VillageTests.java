package org.kanmai.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.ladder.PoolTerms;
import org.kanmai.distribution.ladder.Trial;
import org.kanmai.distribution.planning.SupplyPlan;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;
import org.kanmai.simulator.month.Film;
import org.kanmai.simulator.month.Month;
import org.kanmai.simulator.month.Page;
import org.kanmai.simulator.month.Span;

/** What the demo's month of people brings about under the demo's rules: judged by the ladder itself, with the bars of the first days. */
@Tag("TD-06")
class VillageTests {
    private static final Instant NOW = Instant.parse("2026-11-27T15:00:00Z");
    private static final Instant LATELY = NOW.minus(Duration.ofDays(7));
    private static final int FILM = 10_000;
    private static final int ANY_CELL = 3;
    private static final int LOOK = 100;

    private final DistributionPolicy policy = PolicyDocument.accepted(PolicyDocument.firstText("village"));
    private final Month month = month();
    private long carried;
    private double promised;
    private double owed;
    private int desk;
    private int undecided;

    private record Unit(Instant at, int outcomes) {}

    private static Month month() {
        var films = World.of(1L, DemoSettings.ALL_CREATORS, DemoSettings.USUAL_WORKS).works().stream()
                .map(work -> new Film(work.creator().handle(), work.title(), work.hashtags(), work.talk(), List.of()))
                .toList();
        return Month.of(1L, new Span(NOW, DemoSettings.ALL_DAYS), films, DemoSettings.ALL_RESIDENTS, film -> FILM);
    }

    @Test
    void aRoundHasPlacesAndSomeWorksReachTheDeskForGoingHot() {
        units().forEach((piece, units) -> climb(month.pieces().get(piece).publishedAt(), units));
        double free = 3 * (carried - promised) / 7 - owed;
        assertThat(desk).as("works that wait for people").isBetween(1, 10);
        assertThat(undecided).isGreaterThan(20);
        assertThat(SupplyPlan.places(Math.max(0, free), policy.pool(2).quota().least()))
                .as("places of a round")
                .isBetween(1, 30);
    }

    private Map<Integer, List<Unit>> units() {
        var units = new TreeMap<Integer, List<Unit>>();
        var seen = new TreeMap<Integer, Set<Integer>>();
        for (var page : month.pages(Instant.EPOCH, NOW)) {
            for (var item : page.items()) {
                carried += item.slot().equals("reserved") && page.at().isAfter(LATELY) ? 1 : 0;
                if (item.seenAfter() != null
                        && seen.computeIfAbsent(item.piece(), first -> new HashSet<>())
                                .add(page.resident())) {
                    units.computeIfAbsent(item.piece(), first -> new ArrayList<>())
                            .add(new Unit(page.at(), outcomes(item)));
                }
            }
        }
        return units;
    }

    private int outcomes(Page.Item item) {
        int outcomes = 0;
        var watched = item.watched();
        if (watched != null) {
            outcomes |= watched.millis() >= policy.unit().played().toMillis() ? Outcome.PLAY.bit() : 0;
            outcomes |= watched.position() >= policy.unit().completed() * FILM ? Outcome.COMPLETION.bit() : 0;
        }
        for (var act : item.acts()) {
            outcomes |= switch (act.what()) {
                case "like" -> Outcome.LIKE.bit();
                case "comment" -> Outcome.COMMENT.bit();
                case "share" -> Outcome.SHARE.bit();
                default -> 0;
            };
        }
        return outcomes;
    }

    /** Goes from pool to pool as long as evidence lets it. */
    private void climb(Instant published, List<Unit> units) {
        int quota = policy.pool(1).quota().at(0.5);
        promised += published.isAfter(LATELY) ? quota : 0;
        var from = published;
        int next = 0;
        for (int pool = 1; pool <= policy.pools().size(); pool++) {
            var terms = terms(pool);
            var trial = new Trial();
            var until = from.plus(policy.pool(pool).deadline());
            var verdict = Verdict.UNDECIDED;
            while (verdict == Verdict.UNDECIDED
                    && next < units.size()
                    && (pool == 1 || !units.get(next).at().isAfter(until))) {
                from = units.get(next).at();
                trial.add(units.get(next++).outcomes(), ANY_CELL);
                boolean look = trial.units() % LOOK == 0 || trial.units() >= quota;
                verdict = look ? terms.decide(trial, quota).verdict() : Verdict.UNDECIDED;
            }
            if (verdict == Verdict.UNDECIDED && pool > 1) {
                owed += until.isAfter(NOW) ? quota - trial.units() : 0;
            }
            undecided += verdict == Verdict.ENTERS_ROUND ? 1 : 0;
            if (verdict != Verdict.PROMOTED_ON_EVIDENCE) {
                return;
            }
            quota = policy.isLast(pool) ? 0 : policy.quota(pool + 1, terms.low(trial));
        }
        desk++;
    }

    private PoolTerms terms(int pool) {
        var bar = new PoolBar(policy.pool(pool).startBar(), Map.of(), Collections.nCopies(192, 1.0), 0, Cohort.ALL);
        return PoolTerms.of(policy, pool, bar, Trade.SHOWS_NOTHING);
    }
}
