package org.kanmai.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.kanmai.distribution.policy.PageRule;
import org.kanmai.facts.SlotKind;

/** Holds the chance that a position tells against one worked out anew, and against how often it really comes. */
class ChanceTests {
    private static final PagePlan PLAN = PagePlan.of(new PageRule(2, 6));

    private static final double TEMPERATURE = 0.08;
    private static final int PAGES = 2_000;
    private static final int OPTIONS = 9;

    private final PageDraw draw = new PageDraw(PLAN, TEMPERATURE, 1);

    @Property(tries = 4, seed = "42")
    @Tag("TD-31")
    void whatIsDrawnComesAsOftenAsItsChanceSays(@ForAll long seed) {
        var options = options(new SplittableRandom(seed));
        var expected = new double[PLAN.slots().size()][OPTIONS];
        var variance = new double[expected.length][OPTIONS];
        var came = new int[expected.length][OPTIONS];
        for (int page = 0; page < PAGES; page++) {
            var left = new ArrayList<>(options);
            var placed = draw.draw(options, expected.length, new SplittableRandom(seed + page));
            for (int position = 0; position < placed.size(); position++) {
                var here = placed.get(position);
                for (var option : left) {
                    double chance = chance(here.slot(), option, left);
                    expected[position][(int) option.id()] += chance;
                    variance[position][(int) option.id()] += chance * (1 - chance);
                }
                assertThat(here.propensity()).isCloseTo(chance(here.slot(), here.option(), left), within(1e-12));
                came[position][(int) here.option().id()]++;
                left.remove(here.option());
            }
        }
        for (int position = 0; position < expected.length; position++) {
            for (int id = 0; id < OPTIONS; id++) {
                assertThat((double) came[position][id])
                        .as("option %d at %d", id, position)
                        .isCloseTo(expected[position][id], within(6 * Math.sqrt(variance[position][id]) + 4));
            }
        }
    }

    private static double chance(SlotKind slot, Option option, List<Option> left) {
        return switch (slot) {
            case RANKED -> best(left).equals(option) ? 1 : 0;
            case RANDOMISED ->
                Math.exp(option.score() / TEMPERATURE)
                        / left.stream()
                                .mapToDouble(each -> Math.exp(each.score() / TEMPERATURE))
                                .sum();
            case RESERVED ->
                option.reservedWeight()
                        / left.stream().mapToDouble(Option::reservedWeight).sum();
        };
    }

    private static Option best(List<Option> left) {
        return left.stream()
                .max(java.util.Comparator.comparingDouble(Option::score))
                .orElseThrow();
    }

    private static List<Option> options(SplittableRandom random) {
        var options = new ArrayList<Option>();
        for (int id = 0; id < OPTIONS; id++) {
            options.add(new Option(id, id, random.nextDouble() * 0.3, id % 2 == 0 ? 0.1 + random.nextDouble() : 0));
        }
        return options;
    }
}
