package org.kanmai.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.kanmai.facts.SlotKind;

/**
 * Fills the positions of a page, first to last, each from those options that are left and whose creator has room.
 *
 * <p>The same options in any order, plan and random seed give the same page.
 */
public final class PageDraw {
    /** The newer of equals first. Written out: a page's options are sorted several hundred at a time. */
    private static final Comparator<Option> BEST_FIRST = (one, other) -> {
        int byScore = Double.compare(other.score(), one.score());
        return byScore != 0 ? byScore : Long.compare(other.id(), one.id());
    };

    private final PagePlan plan;
    private final double temperature;
    private final int perCreator;

    /** Takes the plan, the temperature of randomised positions (> 0), and how many items of one creator a page may have. */
    public PageDraw(PagePlan plan, double temperature, int perCreator) {
        this.plan = plan;
        this.temperature = temperature;
        this.perCreator = perCreator;
    }

    /**
     * Returns at most {@code count} filled positions; fewer when the options run out. When every creator has had its room and
     * options are left, room is given anew.
     */
    public List<Placed> draw(List<Option> options, int count, RandomGenerator random) {
        var left = new ArrayList<>(options);
        left.sort(BEST_FIRST);
        var held = new ArrayList<Option>();
        var byCreator = new HashMap<Long, Integer>();
        var placed = new ArrayList<Placed>();
        while (placed.size() < count && !(left.isEmpty() && held.isEmpty())) {
            if (left.isEmpty()) {
                left.addAll(held);
                held.clear();
                byCreator.clear();
            }
            var next = place(plan.at(placed.size()), left, random);
            placed.add(next);
            left.remove(next.option());
            closeFullCreator(next.option().creator(), byCreator, left, held);
        }
        return placed;
    }

    private Placed place(SlotKind slot, List<Option> left, RandomGenerator random) {
        return switch (slot) {
            case RANKED -> new Placed(left.getFirst(), SlotKind.RANKED, 1);
            case RANDOMISED -> randomised(left, random);
            case RESERVED -> reserved(left, random);
        };
    }

    private Placed randomised(List<Option> left, RandomGenerator random) {
        var scores = left.stream().mapToDouble(Option::score).toArray();
        var drawn = PlackettLuce.draw(scores, temperature, random);
        return new Placed(left.get(drawn.index()), SlotKind.RANDOMISED, drawn.propensity());
    }

    private static Placed reserved(List<Option> left, RandomGenerator random) {
        var weights = left.stream().mapToDouble(Option::reservedWeight).toArray();
        if (java.util.Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            return new Placed(left.getFirst(), SlotKind.RANKED, 1);
        }
        var drawn = Lottery.draw(weights, random);
        return new Placed(left.get(drawn.index()), SlotKind.RESERVED, drawn.propensity());
    }

    private void closeFullCreator(long creator, Map<Long, Integer> byCreator, List<Option> left, List<Option> held) {
        if (byCreator.merge(creator, 1, Integer::sum) < perCreator) {
            return;
        }
        for (var option : List.copyOf(left)) {
            if (option.creator() == creator) {
                left.remove(option);
                held.add(option);
            }
        }
    }
}
