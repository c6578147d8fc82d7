package org.kanmai.distribution.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.distribution.policy.DistributionPolicy;

/**
 * What a policy promises a day against what its reserved positions carry, in units.
 *
 * @param promised one for each pool
 * @param carried by all reserved positions
 */
public record SupplyPlan(int policy, List<Double> promised, double carried) {

    /**
     * A public statement that a policy may hold though it promises more than there is.
     *
     * @param by who answers for it
     */
    public record Waiver(int policy, String reason, String by) {
        public Waiver {
            if (reason.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("a waiver has a reason and somebody who answers for it");
            }
        }
    }

    public SupplyPlan {
        promised = List.copyOf(promised);
    }

    /** Plans a day; {@code demand} speaks of as many pools as the policy has. */
    public static SupplyPlan of(DistributionPolicy policy, Demand demand) {
        if (demand.promoted().size() != policy.pools().size() - 1) {
            throw new IllegalArgumentException("demand is of other pools: " + demand);
        }
        var promised = new ArrayList<Double>();
        double works = demand.works();
        promised.add(works * demand.firstQuota());
        for (int place = 0; place < demand.promoted().size(); place++) {
            works *= demand.promoted().get(place);
            promised.add(works * demand.quotas().get(place));
        }
        return new SupplyPlan(
                policy.version(), promised, demand.pages() * policy.page().reserved());
    }

    /** Returns how much more is promised than carried; 0 when all is carried. */
    public double shortfall() {
        return Math.max(0, promised.stream().mapToDouble(Double::doubleValue).sum() - carried);
    }

    /** Returns whether the policy may be released: its promises are carried, or a waiver for it is public. */
    public boolean mayBeReleased(Optional<Waiver> waiver) {
        return shortfall() == 0
                || waiver.map(Waiver::policy)
                        .filter(version -> version == policy)
                        .isPresent();
    }

    /** Returns how many works a pool can take by rank in a round: what earlier pools left, over its quota. */
    public static int places(double unitsLeft, int quota) {
        return Math.clamp((long) Math.floor(unitsLeft / quota), 0, Integer.MAX_VALUE);
    }
}
