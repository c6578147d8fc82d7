package org.kanmai.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.PageRule;
import org.kanmai.facts.SlotKind;

class PageDrawTests {
    private static final PagePlan PLAN = PagePlan.of(new PageRule(2, 6));

    private final PageDraw draw = new PageDraw(PLAN, 0.2, 1);

    @Property(tries = 200)
    void aPageHasEachOptionOnceAndSpreadsItsCreators(@ForAll @IntRange(max = 60) int size, @ForAll long seed) {
        var options = options(size, seed);
        long creators = options.stream().mapToLong(Option::creator).distinct().count();
        var page = draw.draw(options, 6, new SplittableRandom(seed));
        assertThat(page).hasSize(Math.min(6, size));
        assertThat(page.stream().map(placed -> placed.option().id())).doesNotHaveDuplicates();
        assertThat(page.stream()
                        .limit(Math.min(6, creators))
                        .map(placed -> placed.option().creator()))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void theOrderOfOptionsDoesNotMatter(@ForAll long seed) {
        var options = options(40, seed);
        var shuffled = new ArrayList<>(options);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(draw.draw(shuffled, 6, new SplittableRandom(seed)))
                .isEqualTo(draw.draw(options, 6, new SplittableRandom(seed)));
    }

    @Test
    void positionsAreFilledAsThePlanSays() {
        var page = draw.draw(options(40, 1), 6, new SplittableRandom(1));
        assertThat(page.stream().map(Placed::slot)).containsExactlyElementsOf(PLAN.slots());
    }

    @Test
    @Tag("TD-31")
    void theSecondOfSixPositionsIsDrawnFromAllAndTheThirdAndSixthAreReserved() {
        assertThat(PLAN.slots())
                .containsExactly(
                        SlotKind.RANKED,
                        SlotKind.RANDOMISED,
                        SlotKind.RESERVED,
                        SlotKind.RANKED,
                        SlotKind.RANKED,
                        SlotKind.RESERVED);
        assertThat(PLAN.reserved(5)).isEqualTo(1);
        assertThat(PLAN.reserved(12)).isEqualTo(4);
        assertThat(PagePlan.of(new PageRule(1, 1)).slots()).containsExactly(SlotKind.RESERVED);
    }

    @Test
    void aReservedPositionWithoutAClaimFallsToTheRanking() {
        var options = List.of(new Option(1, 1, 1, 0));
        var only = new PageDraw(new PagePlan(List.of(SlotKind.RESERVED)), 0.2, 1);
        assertThat(only.draw(options, 1, new SplittableRandom(1)))
                .containsExactly(new Placed(options.getFirst(), SlotKind.RANKED, 1));
    }

    @Test
    void tiesGoToTheNewer() {
        var options = List.of(new Option(1, 1, 0.5, 0), new Option(2, 2, 0.5, 0));
        assertThat(draw.draw(options, 1, new SplittableRandom(1))
                        .getFirst()
                        .option()
                        .id())
                .isEqualTo(2);
    }

    @Test
    void thePropensitiesOfARandomisedPositionSumToOneOverWhatIsLeft() {
        var only = new PageDraw(new PagePlan(List.of(SlotKind.RANDOMISED)), 0.5, 1);
        var options = options(5, 3);
        var told = new HashMap<Long, Double>();
        for (int seed = 0; seed < 2_000; seed++) {
            var first = only.draw(options, 1, new SplittableRandom(seed)).getFirst();
            told.put(first.option().id(), first.propensity());
        }
        assertThat(told).hasSize(5);
        assertThat(told.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }

    private static List<Option> options(int size, long seed) {
        var random = new SplittableRandom(seed);
        var options = new ArrayList<Option>();
        for (int id = 1; id <= size; id++) {
            options.add(new Option(id, id / 2, random.nextDouble(), id % 3 == 0 ? 1 + random.nextDouble() : 0));
        }
        return options;
    }
}
