package org.kanmai.distribution.planning;

import java.util.List;

/**
 * What a site expects of a day.
 *
 * @param works compliant works published
 * @param firstQuota mean quota of the first pool
 * @param pages pages served
 * @param promoted for each pool but the last, the share of its works that go on
 * @param quotas for each pool but the first, the mean quota
 */
public record Demand(double works, double firstQuota, double pages, List<Double> promoted, List<Double> quotas) {
    public Demand {
        promoted = List.copyOf(promoted);
        quotas = List.copyOf(quotas);
        boolean negative = promoted.stream().anyMatch(share -> !(share >= 0 && share <= 1))
                || quotas.stream().anyMatch(quota -> !(quota >= 0));
        if (!(works >= 0) || !(firstQuota >= 0) || !(pages >= 0) || promoted.size() != quotas.size() || negative) {
            throw new IllegalArgumentException("not what a day can be expected to be: " + works + ", " + firstQuota
                    + ", " + pages + ", " + promoted + ", " + quotas);
        }
    }
}
