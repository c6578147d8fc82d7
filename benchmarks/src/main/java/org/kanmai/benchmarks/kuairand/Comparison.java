package org.kanmai.benchmarks.kuairand;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.EvaluateArguments;
import org.kanmai.ranking.evaluation.Outcome;
import org.kanmai.ranking.evaluation.Recipe;
import org.kanmai.ranking.evaluation.Scored;
import org.kanmai.ranking.evaluation.Search;
import org.kanmai.ranking.evaluation.Split;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.Impressions;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;
import org.kanmai.ranking.evaluation.kuairand.Unreadable;
import org.kanmai.ranking.evaluation.metrics.PairedBootstrap;

/** The network beside trees, popularity and neighbours in one run, each chosen by the last day before the test. */
public final class Comparison {
    private static final List<Task> TASKS = List.of(Task.LONG_VIEW, Task.CLICK);
    private static final int ROUNDS = 2_000;
    private static final double NANOS = 1e9;

    private final EvaluateArguments arguments;
    private final PrintStream out;
    private final long begun = System.nanoTime();

    private Comparison(EvaluateArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    /** Takes options and paths as {@code ./kanmai rank evaluate} does; the exit status is 2 when something asked for can't be. */
    public static void main(String[] words) {
        var tongue = Tongue.of(Locale.getDefault());
        try {
            new Comparison(EvaluateArguments.read(List.of(words), tongue), System.out).run();
        } catch (Unreadable unreadable) {
            System.err.println(unreadable.in(tongue));
            System.exit(2);
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    private void run() {
        var log = KuaiRand.read(arguments.paths());
        var choosing = Search.split(log, arguments.testFrom(), Set.of());
        var tried = Search.of(choosing, arguments.seed(), () -> true, each -> say("network", each));
        var recipe = tried.getFirst().recipe();
        say("chosen", recipe);
        var split = Split.before(log, arguments.testFrom(), arguments.testTo(), Set.of());
        var ours = ours(recipe, split);
        for (var task : TASKS) {
            var trees = new Trees(task, arguments.seed());
            var grown = trees.search(choosing);
            grown.forEach(each -> say("trees for " + task.column(), each));
            out.println("\n### " + task.column()
                    + "\n\n| model | AUC | GAUC | network ahead by, with 95 % interval | |\n|---|---|---|---|---|");
            var network = Objects.requireNonNull(ours.get(task));
            row("network", network, network);
            row("gradient-boosted trees", trees.of(grown.getFirst().grown(), split), network);
            row("item to item", Scored.itemToItem(log, split, task), network);
            row("popularity", Scored.popularity(split, task), network);
            out.println();
        }
        ablate(log, recipe, ours);
    }

    private Map<Task, Outcome> ours(Recipe recipe, Split split) {
        return Scored.of(
                recipe.learn(split.all().shape(), split.learned(), arguments.seed(), (epoch, network) -> {}),
                split.tested());
    }

    private void row(String model, Outcome outcome, Outcome network) {
        out.printf(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %s |%n",
                model,
                outcome.auc(),
                outcome.gauc(),
                against(outcome, network));
    }

    private String against(Outcome outcome, Outcome network) {
        if (outcome == network) {
            return " | ";
        }
        var told = PairedBootstrap.of(network.grouped(), outcome.grouped(), ROUNDS, arguments.seed());
        return String.format(
                Locale.ROOT,
                "%+.4f (%+.4f to %+.4f) | %s",
                told.difference(),
                told.low(),
                told.high(),
                told.standing().name().toLowerCase(Locale.ROOT));
    }

    private void ablate(KuaiRand log, Recipe recipe, Map<Task, Outcome> whole) {
        out.println(
                "\n### What each group of fields is worth to the network\n\n| without | long_view GAUC | change | is_click GAUC | change |\n|---|---|---|---|---|");
        for (var group : Impressions.GROUPS) {
            if ((System.nanoTime() - begun) / NANOS > arguments.minutes() * 60.0) {
                out.println("| the time is over before " + group + " | | | | |");
                return;
            }
            var split = Split.before(log, arguments.testFrom(), arguments.testTo(), Set.of(group));
            var without = ours(recipe, split);
            out.print("| " + group);
            for (var task : TASKS) {
                double gauc = Objects.requireNonNull(without.get(task)).gauc();
                double usual = Objects.requireNonNull(whole.get(task)).gauc();
                out.printf(Locale.ROOT, " | %.4f | %+.4f", gauc, gauc - usual);
            }
            out.println(" |");
        }
    }

    private void say(String what, Object value) {
        System.err.printf(Locale.ROOT, "%4.0f s  %s: %s%n", (System.nanoTime() - begun) / NANOS, what, value);
    }
}
