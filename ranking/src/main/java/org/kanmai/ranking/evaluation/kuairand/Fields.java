package org.kanmai.ranking.evaluation.kuairand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of one exposure, each an id for a network and the number behind it for trees. */
final class Fields {
    private static final int TAG = 48;
    private static final long MASK = (1L << TAG) - 1;

    private final Set<String> without;
    private final int first;
    private final List<String> names = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();

    /** Begins a part; ids of the part's fields are told apart from others by {@code first} and their place. */
    Fields(int first, Set<String> without) {
        this.first = first;
        this.without = without;
    }

    /** Adds what has no order: its number is its id. */
    void name(String group, String name, long value) {
        add(group, name, value, (double) value);
    }

    /** Adds what is known by bands, and by its number. */
    void add(String group, String name, long band, double number) {
        if (!without.contains(group)) {
            ids.add(id(first + names.size(), band));
            names.add(name);
            numbers.add(number);
        }
    }

    static long id(int field, long value) {
        return ((long) (field + 1) << TAG) | ((value + 1) & MASK);
    }

    List<String> names() {
        return names;
    }

    long[] ids() {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    List<Double> numbers() {
        return numbers;
    }
}
