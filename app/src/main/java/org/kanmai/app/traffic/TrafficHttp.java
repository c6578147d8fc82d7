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
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.planning.DryRun;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pools of the site, for its operators. */
@RestController
class TrafficHttp {
    private static final int DEBTS = 50;
    private static final int WAITING = 50;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_DAYS = 90;
    private static final Duration LATELY = Duration.ofDays(7);

    private final PoolStore pools;
    private final HotDesk desk;
    private final DryRuns dryRuns;
    private final Policies policies;
    private final SupplyMeter supply;
    private final Works works;
    private final Clock clock;

    TrafficHttp(
            PoolStore pools,
            HotDesk desk,
            DryRuns dryRuns,
            Policies policies,
            SupplyMeter supply,
            Works works,
            Clock clock) {
        this.pools = pools;
        this.desk = desk;
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
            @Nullable Integer shortfall) {}

    /** Rules to be tried on the last days, 1-90. */
    record Trying(String text, int days) {}

    /** Who would have gained and who lost; of how many days. */
    record Tried(int version, int days, List<DryRun.Group> groups) {}

    /** A decision about going hot; the note says why. */
    record HotDecision(boolean letGo, String note) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic")
    PoolsNow now() {
        var now = clock.instant();
        var counts = pools.counts().entrySet().stream()
                .map(each -> PoolCount.of(each.getKey(), each.getValue()))
                .toList();
        return new PoolsNow(counts, supply.since(now.minus(LATELY)), lines(pools.debts(now, DEBTS)));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic/pools")
    Slice<PoolLine> pools(@RequestParam @Nullable State state, Paging paging) {
        var slice = Slice.of(pools.page(state, paging), paging, PoolRow::opening);
        return new Slice<>(lines(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/traffic/hot")
    List<PoolLine> hot() {
        return lines(desk.waiting(WAITING));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/traffic/hot/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable WorkId id, @RequestBody HotDecision decision, Viewer viewer) {
        var note = decision.note() == null ? "" : decision.note().strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("note", "must have 1-" + LONGEST_NOTE + " characters");
        }
        desk.decide(viewer.self(), id, decision.letGo(), note);
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

    private List<PoolLine> lines(List<PoolRow> rows) {
        var titles = works.titles(rows.stream().map(row -> row.opened().work()).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> line(row, titles.getOrDefault(row.opened().work(), "")))
                .toList();
    }

    private static PoolLine line(PoolRow row, String title) {
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
}
