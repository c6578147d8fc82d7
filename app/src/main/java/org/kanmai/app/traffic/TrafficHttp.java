package org.kanmai.app.traffic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.Works;
import org.kanmai.app.policy.Policies;
import org.kanmai.app.traffic.PoolRow.State;
import org.kanmai.app.traffic.slots.SupplyMeter;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.distribution.planning.DryRun;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pools of the site, for its operators. */
@RestController
class TrafficHttp {
    private static final int DEBTS = 50;
    private static final int MOST_DAYS = 90;
    private static final Duration LATELY = Duration.ofDays(7);

    private final PoolListStore pools;
    private final DryRuns dryRuns;
    private final Policies policies;
    private final SupplyMeter supply;
    private final Works works;
    private final Clock clock;

    TrafficHttp(PoolListStore pools, DryRuns dryRuns, Policies policies, SupplyMeter supply, Works works, Clock clock) {
        this.pools = pools;
        this.dryRuns = dryRuns;
        this.policies = policies;
        this.supply = supply;
        this.works = works;
        this.clock = clock;
    }

    /** How many pools there are of each number and state, what the last seven days carried, and which first pools are late. */
    record PoolsNow(List<PoolCount> counts, SupplyMeter.Carried carried, List<PoolLine> debts) {}

    /** The pools of one number. */
    record PoolCount(int pool, int open, int round, int promoted, int stopped, int withdrawn) {
        static PoolCount of(int pool, Map<State, Integer> states) {
            return new PoolCount(
                    pool,
                    states.getOrDefault(State.OPEN, 0),
                    states.getOrDefault(State.ROUND, 0),
                    states.getOrDefault(State.PROMOTED, 0),
                    states.getOrDefault(State.STOPPED, 0),
                    states.getOrDefault(State.WITHDRAWN, 0));
        }
    }

    /** One pool in a list. */
    record PoolLine(
            WorkId work,
            String title,
            int pool,
            State state,
            Verdict verdict,
            int quota,
            int units,
            Instant openedAt,
            Instant deadline,
            @Nullable Integer shortfall) {
        static PoolLine of(PoolRow row, String title) {
            return new PoolLine(
                    row.opened().work(),
                    title,
                    row.opened().pool(),
                    row.state(),
                    Journeys.verdict(row),
                    row.opened().quota(),
                    row.units(),
                    row.opened().at(),
                    row.opened().deadline(),
                    row.shortfall());
        }

        /** Returns the lines of some pools, in their order. */
        static List<PoolLine> of(List<PoolRow> rows, Works works) {
            var titles =
                    works.titles(rows.stream().map(row -> row.opened().work()).collect(Collectors.toSet()));
            return rows.stream()
                    .map(row -> of(row, titles.getOrDefault(row.opened().work(), "")))
                    .toList();
        }
    }

    /** Rules to be tried on the last days, 1-90. */
    record Trying(String text, int days) {}

    /** Who would have gained and who lost; of how many days. */
    record Tried(int version, int days, List<DryRun.Group> groups) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic")
    PoolsNow now() {
        var now = clock.instant();
        var counts = pools.counts().entrySet().stream()
                .map(each -> PoolCount.of(each.getKey(), each.getValue()))
                .toList();
        return new PoolsNow(counts, supply.since(now.minus(LATELY)), PoolLine.of(pools.debts(now, DEBTS), works));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic/pools")
    Slice<PoolLine> pools(@RequestParam @Nullable State state, Paging paging) {
        var slice = Slice.of(pools.page(state, paging), paging, PoolRow::opening);
        return new Slice<>(PoolLine.of(slice.items(), works), slice.next());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/traffic/dry-run")
    Tried tryOut(@RequestBody Trying trying) {
        if (trying.days() < 1 || trying.days() > MOST_DAYS) {
            throw Refusal.invalid("days", "must be 1-" + MOST_DAYS);
        }
        var policy = policies.read(Objects.requireNonNullElse(trying.text(), ""));
        return new Tried(policy.version(), trying.days(), dryRuns.run(policy, trying.days()));
    }
}
