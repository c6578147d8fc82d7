package org.kanmai.app.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PoolRule;

/** All numbers of a policy as the API shows them, under the names of its document. */
record Rules(
        int version,
        LocalDate from,
        Map<String, Double> score,
        double conversion,
        Unit unit,
        Account account,
        Newcomers newcomers,
        Cohort cohort,
        double alpha,
        List<Pool> pools,
        double fullQuotaAt,
        Hot hot,
        Credit credit,
        PageShare page,
        Map<String, Double> ranking,
        Map<String, Double> predicted) {

    record Unit(double playedSeconds, double heldSeconds, double completed, long maturesMinutes) {}

    record Account(Map<String, Double> weights, int violationDays, int latelyDays) {}

    record Newcomers(int days, int works, int quota) {}

    record Cohort(int shortSeconds, int middleSeconds, int historyDays, int leastWorks, int cellUnits) {}

    /** One step of the ladder; {@code atEnd} is true when it is judged at its end only. */
    record Pool(
            int number,
            int least,
            int most,
            long deadlineHours,
            boolean atEnd,
            double alphaShare,
            double bar,
            double startBar) {}

    record Hot(int quota, int reviewers) {}

    /** By how much a merchant's record multiplies the quotas of later pools. */
    record Credit(double honest, double blacklisted) {}

    record PageShare(int reserved, int positions) {}

    static Rules of(DistributionPolicy policy) {
        return new Rules(
                policy.version(),
                policy.from(),
                score(policy),
                policy.score().conversion(),
                unit(policy),
                account(policy),
                new Newcomers(
                        policy.newcomers().days(),
                        policy.newcomers().works(),
                        policy.newcomers().quota()),
                cohort(policy),
                policy.alpha(),
                policy.pools().stream().map(Rules::pool).toList(),
                policy.fullQuotaAt(),
                new Hot(policy.hot().quota(), policy.hot().reviewers()),
                new Credit(policy.credit().honest(), policy.credit().blacklisted()),
                new PageShare(policy.page().reserved(), policy.page().positions()),
                ranking(policy),
                new TreeMap<>(policy.ranking().predicted()));
    }

    private static Map<String, Double> score(DistributionPolicy policy) {
        var weights = new LinkedHashMap<String, Double>();
        for (var outcome : Outcome.SCORED) {
            weights.put(outcome.key(), policy.score().weights().getOrDefault(outcome, 0.0));
        }
        return weights;
    }

    private static Unit unit(DistributionPolicy policy) {
        var rule = policy.unit();
        return new Unit(
                rule.played().toMillis() / 1000.0,
                rule.held().toMillis() / 1000.0,
                rule.completed(),
                rule.matures().toMinutes());
    }

    private static Account account(DistributionPolicy policy) {
        var rule = policy.account();
        var weights = new LinkedHashMap<String, Double>();
        for (var merit : Merit.values()) {
            weights.put(merit.key(), rule.weights().getOrDefault(merit, 0.0));
        }
        return new Account(weights, rule.violationDays(), rule.latelyDays());
    }

    private static Cohort cohort(DistributionPolicy policy) {
        var rule = policy.cohort();
        return new Cohort(
                rule.shortSeconds(), rule.middleSeconds(), rule.historyDays(), rule.leastWorks(), rule.cellUnits());
    }

    private static Pool pool(PoolRule rule) {
        return new Pool(
                rule.number(),
                rule.quota().least(),
                rule.quota().most(),
                rule.deadline().toHours(),
                rule.decided() == PoolRule.Decided.AT_END,
                rule.alphaShare(),
                rule.bar(),
                rule.startBar());
    }

    private static Map<String, Double> ranking(DistributionPolicy policy) {
        var rule = policy.ranking();
        var weights = new LinkedHashMap<String, Double>();
        weights.put("interest", rule.interest());
        weights.put("completion", rule.completion());
        weights.put("liking", rule.liking());
        weights.put("freshness", rule.freshness());
        weights.put("following", rule.following());
        return weights;
    }
}
