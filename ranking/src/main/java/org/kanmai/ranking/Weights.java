package org.kanmai.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Weights of named things, as they were at one time; what has faded is dropped, and only the heaviest are kept.
 *
 * <p>They are few and all of them change with each step, so they lie in a row and are gone through, without a map.
 */
final class Weights<K extends Comparable<K>> {
    private static final double FADED = 0.001;

    private final List<K> keys;
    private final double[] weights;
    /** All of positive weight, once somebody has asked; who asks at the same time finds the same. */
    private @Nullable List<K> heaviest;

    private Weights(List<K> keys, double[] weights) {
        this.keys = keys;
        this.weights = weights;
    }

    static <K extends Comparable<K>> Weights<K> none() {
        return new Weights<K>(List.of(), new double[0]);
    }

    /** Takes both lists as they are, a key once. */
    static <K extends Comparable<K>> Weights<K> of(List<K> keys, double[] weights) {
        return new Weights<>(keys, weights);
    }

    double of(K key) {
        int at = keys.indexOf(key);
        return at < 0 ? 0 : weights[at];
    }

    /** Returns the things of positive weight, the heaviest first. */
    List<K> best(int limit) {
        var known = heaviest;
        if (known == null) {
            known = heaviest();
            heaviest = known;
        }
        return known.size() <= limit ? known : known.subList(0, limit);
    }

    private List<K> heaviest() {
        int[] order = new int[weights.length];
        int found = 0;
        for (int at = 0; at < weights.length; at++) {
            if (weights[at] > 0) {
                insert(order, found++, at);
            }
        }
        return Arrays.stream(order, 0, found).<K>mapToObj(keys::get).toList();
    }

    private void insert(int[] order, int found, int at) {
        int place = found;
        while (place > 0 && isHeavier(at, order[place - 1])) {
            order[place] = order[place - 1];
            place--;
        }
        order[place] = at;
    }

    private boolean isHeavier(int at, int than) {
        int compared = Double.compare(weights[at], weights[than]);
        return compared > 0 || (compared == 0 && keys.get(at).compareTo(keys.get(than)) < 0);
    }

    /** Returns these weights times a factor, plus the same amount for each of some things; at most {@code limit}. */
    Weights<K> next(double factor, List<K> more, double amount, int limit) {
        if (amount == 0 && factor == 1) {
            return this;
        }
        var next = new Growing<K>(weights.length + more.size());
        for (int at = 0; at < weights.length; at++) {
            next.add(keys.get(at), weights[at] * factor);
        }
        if (amount != 0) {
            more.forEach(key -> next.plus(key, amount));
        }
        next.dropFaded();
        next.dropLightest(limit);
        return new Weights<>(next.keys, Arrays.copyOf(next.weights, next.keys.size()));
    }

    /** Returns the same without one. */
    Weights<K> without(K key) {
        int at = keys.indexOf(key);
        if (at < 0) {
            return this;
        }
        var left = new ArrayList<>(keys);
        left.remove(at);
        double[] weightsLeft = new double[left.size()];
        System.arraycopy(weights, 0, weightsLeft, 0, at);
        System.arraycopy(weights, at + 1, weightsLeft, at, left.size() - at);
        return new Weights<>(left, weightsLeft);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    int size() {
        return weights.length;
    }

    void forEach(ObjDoubleConsumer<K> each) {
        for (int at = 0; at < weights.length; at++) {
            each.accept(keys.get(at), weights[at]);
        }
    }

    /** The weights of one step while they are made. */
    private static final class Growing<K extends Comparable<K>> {
        final ArrayList<K> keys;
        final double[] weights;

        Growing(int most) {
            keys = new ArrayList<>(most);
            weights = new double[most];
        }

        void add(K key, double weight) {
            weights[keys.size()] = weight;
            keys.add(key);
        }

        void plus(K key, double amount) {
            int at = keys.indexOf(key);
            if (at < 0) {
                add(key, amount);
            } else {
                weights[at] += amount;
            }
        }

        void dropFaded() {
            for (int at = keys.size() - 1; at >= 0; at--) {
                if (Math.abs(weights[at]) < FADED) {
                    drop(at);
                }
            }
        }

        /** Of equal weights the first keys are kept, so that the order of facts does not matter. */
        void dropLightest(int limit) {
            while (keys.size() > limit) {
                int lightest = 0;
                for (int at = 1; at < keys.size(); at++) {
                    if (isLighter(at, lightest)) {
                        lightest = at;
                    }
                }
                drop(lightest);
            }
        }

        private boolean isLighter(int at, int than) {
            int compared = Double.compare(Math.abs(weights[at]), Math.abs(weights[than]));
            return compared < 0 || (compared == 0 && keys.get(at).compareTo(keys.get(than)) > 0);
        }

        private void drop(int at) {
            int last = keys.size() - 1;
            weights[at] = weights[last];
            keys.set(at, keys.get(last));
            keys.removeLast();
        }
    }
}
