package org.kanmai.ranking.evaluation.interactions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What users had, each in the order of time; items are counted from 1. */
public final class Interactions {
    private final List<long[]> users;
    private final int items;

    private Interactions(List<long[]> users, int items) {
        this.users = users;
        this.items = items;
    }

    /**
     * Reads lines "user item", the older before the newer for each user; a name that ends in .gz is unpacked.
     *
     * @param least interactions that a user and an item must have in the file to be kept, counted once, as the paper does
     */
    public static Interactions read(Path file, int least) {
        var names = new HashMap<String, Integer>();
        var users = new HashMap<String, Integer>();
        var rows = new ArrayList<Run>();
        InteractionLines.read(file, (user, item) -> {
            int place = users.computeIfAbsent(user, each -> rows.size());
            if (place == rows.size()) {
                rows.add(new Run());
            }
            rows.get(place).add(names.computeIfAbsent(item, each -> names.size()));
        });
        return of(rows.stream().map(Run::items).toList(), names.size(), least);
    }

    /** Takes the users' items, which are counted from 0. */
    static Interactions of(List<int[]> users, int items, int least) {
        var counts = new int[items];
        users.forEach(each -> Arrays.stream(each).forEach(item -> counts[item]++));
        var numbers = new HashMap<Integer, Long>();
        var kept = users.stream()
                .filter(each -> each.length >= least)
                .map(each -> kept(each, counts, least, numbers))
                .filter(each -> each.length > 0)
                .toList();
        return new Interactions(kept, numbers.size());
    }

    private static long[] kept(int[] items, int[] counts, int least, Map<Integer, Long> numbers) {
        return Arrays.stream(items)
                .filter(item -> counts[item] >= least)
                .mapToLong(item -> numbers.computeIfAbsent(item, each -> numbers.size() + 1L))
                .toArray();
    }

    /** Returns what each user had, the oldest first. */
    public List<long[]> users() {
        return users;
    }

    /** Returns how many items there are; they have the numbers from 1 to it. */
    public int items() {
        return items;
    }

    /** Returns how many interactions there are. */
    public long size() {
        return users.stream().mapToLong(each -> each.length).sum();
    }

    /** Numbers that become more. */
    private static final class Run {
        private int[] items = new int[4];
        private int count;

        void add(int item) {
            if (count == items.length) {
                items = Arrays.copyOf(items, 2 * count);
            }
            items[count++] = item;
        }

        int[] items() {
            return Arrays.copyOf(items, count);
        }
    }
}
