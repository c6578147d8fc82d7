package org.kanmai.ranking;

import static java.util.Comparator.comparingDouble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights of named things, as they were at one time; what has faded is dropped, and only the heaviest are kept. */
final class Weights<K extends Comparable<K>> {
    private static final double FADED = 0.001;

    private final Map<K, Double> weights;

    Weights(Map<K, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    double of(K key) {
        return weights.getOrDefault(key, 0.0);
    }

    /** Returns the things of positive weight, the heaviest first. */
    List<K> best(int limit) {
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(comparingDouble((Map.Entry<K, Double> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns these weights times a factor, plus the same amount for each of some things; at most {@code limit}. */
    Weights<K> next(double factor, Iterable<K> keys, double amount, int limit) {
        var next = new HashMap<K, Double>();
        weights.forEach((key, weight) -> next.put(key, weight * factor));
        if (amount != 0) {
            keys.forEach(key -> next.merge(key, amount, Double::sum));
        }
        next.values().removeIf(weight -> Math.abs(weight) < FADED);
        return new Weights<>(next.size() > limit ? heaviest(next, limit) : next);
    }

    private static <K extends Comparable<K>> Map<K, Double> heaviest(Map<K, Double> all, int limit) {
        var kept = new HashMap<K, Double>();
        all.entrySet().stream()
                .sorted(comparingDouble((Map.Entry<K, Double> entry) -> -Math.abs(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    Map<K, Double> map() {
        return weights;
    }
}
