package org.kanmai.ranking.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;

/** Chooses a recipe, and after how many epochs to stop, by the last day before the test. */
public final class Search {
    private Search() {}

    /** What was tried, with the mean of the two areas within viewers (click and long view) on the day it was chosen by. */
    public record Tried(Recipe recipe, double clickGauc, double longViewGauc) {
        /** Returns what choices are made by. */
        public double merit() {
            return (clickGauc + longViewGauc) / 2;
        }
    }

    /** Tries recipes while there is time, the first in any case, and returns all with their best epoch, the best first. */
    public static List<Tried> of(Split split, long seed, BooleanSupplier timeLeft, Consumer<Tried> told) {
        var all = new ArrayList<Tried>();
        for (var recipe : Recipe.GRID) {
            if (all.isEmpty() || timeLeft.getAsBoolean()) {
                var best = best(recipe, split, seed);
                told.accept(best);
                all.add(best);
            }
        }
        all.sort(Comparator.comparingDouble(Tried::merit).reversed());
        return all;
    }

    private static Tried best(Recipe recipe, Split split, long seed) {
        var epochs = new ArrayList<Tried>();
        recipe.learn(split.all().shape(), split.learned(), seed, (epoch, network) -> {
            var outcomes = Scored.of(network, split.tested());
            epochs.add(new Tried(recipe.lasting(epoch), gauc(outcomes, Task.CLICK), gauc(outcomes, Task.LONG_VIEW)));
        });
        return epochs.stream().max(Comparator.comparingDouble(Tried::merit)).orElseThrow();
    }

    private static double gauc(Map<Task, Outcome> outcomes, Task task) {
        return Objects.requireNonNull(outcomes.get(task)).gauc();
    }

    /** Divides at the last day before the test. */
    public static Split split(KuaiRand log, int testFrom, Set<String> without) {
        int day = Split.lastDayBefore(log, testFrom);
        return Split.before(log, day, day, without);
    }
}
