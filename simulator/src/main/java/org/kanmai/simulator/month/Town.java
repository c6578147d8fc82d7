package org.kanmai.simulator.month;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who lives in the town: each with some creators of their own liking, few of them busy. */
final class Town {
    private static final double USUAL_PAGES = 17.5;
    private static final double PAGES_DEVIATION = 0.75;
    private static final int MOST_PAGES = 40;
    private static final double FAVOURITE = 5;
    private static final Duration BEFORE = Duration.ofDays(5);

    private final long seed;
    private final Span span;
    private final List<String> creators;

    Town(long seed, Span span, List<String> creators) {
        this.seed = seed;
        this.span = span;
        this.creators = creators;
    }

    List<Resident> residents(int count) {
        return IntStream.range(0, count).mapToObj(this::resident).toList();
    }

    private Resident resident(int number) {
        var chance = Chance.of(seed, "resident", number);
        var since = Chance.of(seed, "joined", number);
        var first = span.begin().minus(BEFORE);
        long whole = Duration.between(first, span.lastPage()).toMillis();
        double late = Math.pow(since.share(), 2.2) * 0.95;
        double pages = Math.min(MOST_PAGES, USUAL_PAGES * chance.spread(PAGES_DEVIATION)) * (1 - late);
        return new Resident(
                number,
                handle(number),
                name(Chance.of(seed, "name", number)),
                first.plusMillis((long) (late * whole)),
                Regions.of(Chance.of(seed, "region", number)),
                Math.max(1, scaled(pages)),
                tastes(Chance.of(seed, "taste", number)));
    }

    private int scaled(double pages) {
        return (int) Math.round(pages * Math.min(1, span.days() / 20.0));
    }

    private String handle(int number) {
        var letters = Words.NAMES.letters();
        return letters.get(Chance.of(seed, "handle", number).below(letters.size())) + "_%04d".formatted(number + 1);
    }

    private static String name(Chance chance) {
        var names = Words.NAMES;
        return chance.hits(0.6)
                ? chance.any(names.who()) + chance.any(names.called())
                : chance.any(names.surnames()) + chance.any(names.given());
    }

    private Map<String, Double> tastes(Chance chance) {
        var tastes = new HashMap<String, Double>();
        int many = 2 + chance.below(3);
        for (int favourite = 0; favourite < many; favourite++) {
            tastes.put(chance.any(creators), FAVOURITE * chance.spread(0.3));
        }
        return tastes;
    }
}
