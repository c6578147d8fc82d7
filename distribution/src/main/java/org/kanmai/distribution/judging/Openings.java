package org.kanmai.distribution.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kanmai.distribution.ladder.AccountWeight;
import org.kanmai.distribution.ladder.Cell;
import org.kanmai.distribution.ladder.Cohort;
import org.kanmai.distribution.ladder.PoolBar;
import org.kanmai.distribution.ladder.PoolTerms;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PoolRule.Decided;
import org.kanmai.distribution.policy.ScoreRule;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.NamedNumber;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.PoolRules;
import org.kanmai.facts.PoolTarget;
import org.kanmai.facts.PoolTarget.CellFactor;

/** Writes the terms of a pool into the fact that opens it, and reads them from there: the one place where both meet. */
public final class Openings {
    private Openings() {}

    /** Returns the rules by which a version of the policy judges a pool. */
    public static PoolRules rules(DistributionPolicy policy, int pool, Trade trade) {
        var unit = policy.unit();
        return new PoolRules(
                policy.pool(pool).decided() == Decided.AT_END,
                policy.alpha(pool),
                trade == Trade.SELLS,
                Math.toIntExact(unit.played().toMillis()),
                Math.toIntExact(unit.held().toMillis()),
                unit.completed(),
                Math.toIntExact(unit.matures().toMillis()),
                weights(policy.score()));
    }

    private static List<NamedNumber> weights(ScoreRule rule) {
        var weights = new ArrayList<>(numbers(rule.weights()));
        weights.add(new NamedNumber(Outcome.CONVERSION.key(), rule.conversion()));
        return weights;
    }

    /** Returns what a cohort's bar asks. */
    public static PoolTarget target(Cohort cohort, PoolBar bar) {
        var factors = new ArrayList<CellFactor>();
        for (int cell = 0; cell < Cell.COUNT; cell++) {
            if (bar.factors().get(cell) != 1) {
                factors.add(new CellFactor(cell, bar.factors().get(cell)));
            }
        }
        return new PoolTarget(
                cohort.toString(), bar.score(), bar.works(), bar.from().toString(), numbers(bar.rates()), factors);
    }

    /** Returns how far an account has each merit. */
    public static List<NamedNumber> merits(AccountWeight weight) {
        return weight.terms().stream()
                .map(term -> new NamedNumber(term.merit().key(), term.given()))
                .toList();
    }

    private static List<NamedNumber> numbers(Map<Outcome, Double> numbers) {
        return Arrays.stream(Outcome.values())
                .filter(numbers::containsKey)
                .map(outcome -> new NamedNumber(outcome.key(), numbers.getOrDefault(outcome, 0.0)))
                .toList();
    }

    /** Returns the terms of an opened pool; throws {@link IllegalArgumentException} when they are none. */
    public static PoolTerms terms(PoolOpened opened) {
        var rules = opened.rules();
        return new PoolTerms(
                opened.pool(),
                rules.atEnd() ? Decided.AT_END : Decided.ANY_TIME,
                rules.alpha(),
                score(rules.weights()),
                rules.sells() ? Trade.SELLS : Trade.SHOWS_NOTHING,
                bar(opened.target()));
    }

    private static ScoreRule score(List<NamedNumber> weights) {
        var all = outcomes(weights);
        double conversion = all.getOrDefault(Outcome.CONVERSION, 0.0);
        all.keySet().retainAll(Outcome.SCORED);
        return new ScoreRule(all, conversion);
    }

    /** Returns the bar of an opened pool. */
    public static PoolBar bar(PoolTarget target) {
        var factors = new ArrayList<>(Collections.nCopies(Cell.COUNT, 1.0));
        target.factors().forEach(each -> factors.set(each.cell(), each.factor()));
        return new PoolBar(
                target.score(), outcomes(target.rates()), factors, target.works(), Cohort.parse(target.madeFrom()));
    }

    private static Map<Outcome, Double> outcomes(List<NamedNumber> numbers) {
        var all = new EnumMap<Outcome, Double>(Outcome.class);
        for (var number : numbers) {
            Outcome.of(number.name()).ifPresent(outcome -> all.put(outcome, number.value()));
        }
        return all;
    }
}
