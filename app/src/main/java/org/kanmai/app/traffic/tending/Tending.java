package org.kanmai.app.traffic.tending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.app.traffic.tending.TendedStore.Tended;
import org.kanmai.distribution.judging.PoolProgress;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PoolDue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens to open pools by time: they are counted, looked at when they are whole or late, and given again what was lost. */
@Component
public class Tending {
    private static final Logger log = LoggerFactory.getLogger(Tending.class);
    private static final String LEASE = "pools";
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2_000;
    /** So many times as long as it takes, it waits: of very many pools it takes a twentieth of the time. */
    private static final int REST = 19;

    /** Longer than a placed position is waited for. */
    private static final Duration LOST = Duration.ofMinutes(12);

    private final TendedStore store;
    private final Progress progress;
    private final Looks looks;
    private final Leases leases;
    private final Clock clock;
    private Optional<Lease> held = Optional.empty();
    private Instant restsUntil = Instant.EPOCH;

    Tending(TendedStore store, Progress progress, Looks looks, Leases leases, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.looks = looks;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void tendIfHeld() {
        held = leases.hold(LEASE, held, HELD);
        var begin = clock.instant();
        if (held.isPresent() && !begin.isBefore(restsUntil)) {
            tend();
            var end = clock.instant();
            restsUntil = end.plus(Duration.between(begin, end).multipliedBy(REST));
        }
    }

    /** Does all that is due now. */
    public void tend() {
        var now = clock.instant();
        long after = 0;
        for (var rows = store.tended(after, now, AT_ONCE); !rows.isEmpty(); rows = store.tended(after, now, AT_ONCE)) {
            tend(rows, now);
            after = rows.getLast().opening();
        }
        store.giveAgain(now.minus(LOST));
    }

    private void tend(List<Tended> rows, Instant now) {
        var known = known(rows);
        store.count(units(known), now);
        rows.forEach(row -> tend(row, Optional.ofNullable(known.get(row.opening())), now));
    }

    private Map<Long, PoolProgress> known(List<Tended> rows) {
        var known = new HashMap<Long, PoolProgress>();
        var all = progress.of(rows.stream().map(Tended::work).toList());
        for (int place = 0; place < rows.size(); place++) {
            long opening = rows.get(place).opening();
            all.get(place).filter(each -> each.opening() == opening).ifPresent(each -> known.put(opening, each));
        }
        return known;
    }

    private static Map<Long, Integer> units(Map<Long, PoolProgress> known) {
        var units = new HashMap<Long, Integer>();
        known.forEach((opening, each) -> units.put(opening, each.units()));
        return units;
    }

    private void tend(Tended row, Optional<PoolProgress> known, Instant now) {
        try {
            if (!row.late() && !now.isBefore(row.deadline())) {
                looks.late(row.opening(), known.map(PoolProgress::units).orElse(row.units()));
            } else if (known.isPresent() && isDue(row, known.get(), now)) {
                looks.ask(row.opening(), PoolDue.Reason.DELIVERED);
            }
        } catch (RuntimeException failure) {
            log.warn("pool {} could not be tended", row.opening(), failure);
        }
    }

    /** All of it was delivered, the last of it is old enough, and nobody has asked since. */
    private static boolean isDue(Tended row, PoolProgress known, Instant now) {
        boolean asked = row.asked() != null && !Ids.madeAt(row.asked()).isBefore(row.matures());
        return known.units() >= row.quota()
                && row.units() == known.units()
                && known.mature() < row.quota()
                && now.isAfter(row.matures())
                && !asked;
    }
}
