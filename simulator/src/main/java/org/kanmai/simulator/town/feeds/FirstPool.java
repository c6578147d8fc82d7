package org.kanmai.simulator.town.feeds;

import java.util.HashMap;
import java.util.Map;
import org.kanmai.distribution.ladder.AccountWeight;
import org.kanmai.distribution.planning.PromiseBook;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.simulator.town.world.Town;

/** The first push that each new work is owed: promised when it is published, delivered in reserved positions, and on record. */
public final class FirstPool {
    /** Of the supply that is expected, what can be promised. */
    private static final double SURE = 0.85;

    private final DistributionPolicy policy;
    private final Town town;
    private final PromiseBook book;
    private final Owed promised;
    private final Owed lacking;
    private final Map<Integer, Delivery> deliveries = new HashMap<>();
    private int hour;

    /**
     * One pool.
     *
     * @param foreseen units that were known from the start not to come in time
     * @param finished hour in which it was whole, or -1
     */
    public record Delivery(int quota, int deadline, int foreseen, int finished, int delivered) {
        /** Returns whether it was whole in time. */
        public boolean isInTime() {
            return finished >= 0 && finished < deadline;
        }
    }

    FirstPool(DistributionPolicy policy, Town town) {
        this.policy = policy;
        this.town = town;
        book = new PromiseBook(each -> SURE * policy.page().reserved() * town.pagesInHour(each % 24));
        promised = new Owed(town, Owed.Serve.ALWAYS);
        lacking = new Owed(town, Owed.Serve.ALWAYS);
    }

    void published(int work) {
        var works = town.works();
        if (work < works.firstNew()) {
            return;
        }
        int creator = works.creator(work);
        int quota = AccountWeight.of(policy.account(), town.creators().merits(creator))
                .firstQuota(
                        policy,
                        town.creators().days(creator, works.hour(work) / 24),
                        town.creators().made(creator) - 1);
        int deadline = works.hour(work) + (int) policy.pool(1).deadline().toHours();
        var promise = book.promise(works.hour(work), deadline, quota);
        (promise.isWhole() ? promised : lacking).add(new Debt(work, quota, works.hour(work), deadline));
        deliveries.put(work, new Delivery(quota, deadline, promise.lacking(), -1, 0));
    }

    void begins(int now) {
        hour = now;
        book.forgetBefore(now);
        promised.begins(now);
        lacking.begins(now);
    }

    boolean isBehind() {
        return promised.isBehind();
    }

    /** Returns what was promised, then what could not be, or -1. */
    int next(int viewer, int position, int[] taken) {
        int work = promised.next(viewer, position, taken, hour);
        return work >= 0 ? work : lacking.next(viewer, position, taken, hour);
    }

    boolean holds(int work) {
        return promised.holds(work) || lacking.holds(work);
    }

    int quota(int work) {
        return promised.holds(work)
                ? promised.of(work).quota()
                : lacking.of(work).quota();
    }

    /** Counts a unit and returns whether the pool is whole now. */
    boolean deliver(int work) {
        var owed = promised.holds(work) ? promised : lacking;
        var debt = owed.of(work);
        boolean whole = debt.deliver();
        var delivery = deliveries.get(work);
        deliveries.put(
                work,
                new Delivery(
                        debt.quota(),
                        debt.deadline(),
                        delivery == null ? 0 : delivery.foreseen(),
                        whole ? hour : -1,
                        debt.quota() - debt.left()));
        if (whole) {
            owed.remove(work);
        }
        return whole;
    }

    /** Returns all pools by their works. */
    public Map<Integer, Delivery> deliveries() {
        return Map.copyOf(deliveries);
    }
}
