package org.kanmai.app.traffic.slots;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.facts.Served;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** What a feed asks of pools: who is owed positions, who must wait, and whether a work may be placed now. */
@Component
public class Pools {
    private final Slots slots;
    private final SupplyMeter supply;
    private final Clock clock;

    Pools(Slots slots, SupplyMeter supply, Clock clock) {
        this.slots = slots;
        this.supply = supply;
        this.clock = clock;
    }

    /** Returns the works that are owed positions with how much they press for one, those that press most first. */
    public Map<WorkId, Double> owed(int limit) {
        var owed = new LinkedHashMap<WorkId, Double>();
        slots.offers(limit).forEach(each -> owed.put(new WorkId(each.work()), each.weight()));
        return owed;
    }

    /** Returns whether a work is in an open pool of which all positions are given: it is shown again after its verdict. */
    public boolean isWaiting(WorkId work) {
        return slots.isWaiting(work.value());
    }

    /** Takes a position for each of some works that are in open pools; returns those for which there was none. */
    public List<WorkId> take(Collection<WorkId> works) {
        var now = clock.instant();
        return works.stream().filter(work -> !slots.take(work.value(), now)).toList();
    }

    /** Gives back what was taken for works that are not placed after all. */
    public void giveBack(Collection<WorkId> works) {
        works.forEach(work -> slots.giveBack(work.value()));
    }

    /** Takes in a page that is shown, with the positions that were reserved on it. */
    public void placed(Served page, int reserved) {
        Instant now = clock.instant();
        int filled = 0;
        for (var item : page.items()) {
            if (item.subject().kind() == SubjectKind.WORK) {
                slots.placed(item.subject().id(), item.exposure().value(), now);
                filled += item.slot() == SlotKind.RESERVED ? 1 : 0;
            }
        }
        supply.carried(now, 1, reserved, filled);
    }
}
