package org.kanmai.ranking.evaluation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.channels.Channels;
import org.kanmai.ranking.evaluation.interactions.EvaluateInteractions;
import org.kanmai.ranking.evaluation.interactions.UnusableInteractions;
import org.kanmai.ranking.evaluation.kuairand.Exposure.Task;
import org.kanmai.ranking.evaluation.kuairand.KuaiRand;
import org.kanmai.ranking.evaluation.kuairand.Unreadable;

/** {@code ./kanmai rank evaluate}: learns from the first days of a log, and measures by the last ones. */
public final class Evaluate {
    private static final double NANOS = 1e9;

    private final EvaluateArguments arguments;
    private final Tongue tongue;
    private final PrintStream out;
    private final PrintStream err;
    private final LongSupplier nanos;
    private final long begun;

    Evaluate(EvaluateArguments arguments, Tongue tongue, PrintStream out, PrintStream err, LongSupplier nanos) {
        this.arguments = arguments;
        this.tongue = tongue;
        this.out = out;
        this.err = err;
        this.nanos = nanos;
        begun = nanos.getAsLong();
    }

    /** Takes the word {@code evaluate} and what follows; the exit status is 2 when something asked for can't be. */
    public static void main(String[] words) {
        var tongue = Tongue.of(Locale.getDefault());
        try {
            if (words.length == 0 || !words[0].equals("evaluate")) {
                throw new IllegalArgumentException("./kanmai rank evaluate --format facts|kuairand|interactions PATH");
            }
            run(List.of(words).subList(1, words.length), tongue);
        } catch (Unreadable unreadable) {
            refuse(tongue, unreadable.in(tongue));
        } catch (UnusableInteractions unusable) {
            refuse(tongue, unusable.in(tongue));
        } catch (IllegalArgumentException refused) {
            refuse(tongue, String.valueOf(refused.getMessage()));
        }
    }

    private static void run(List<String> words, Tongue tongue) {
        int format = words.indexOf("--format");
        if (format >= 0 && format + 1 < words.size() && words.get(format + 1).equals("interactions")) {
            var rest = new ArrayList<>(words);
            rest.subList(format, format + 2).clear();
            EvaluateInteractions.run(rest.toArray(String[]::new), tongue, System.out);
            return;
        }
        var arguments = EvaluateArguments.read(words, tongue);
        new Evaluate(arguments, tongue, System.out, System.err, System::nanoTime).run();
    }

    private static void refuse(Tongue tongue, String why) {
        System.err.println(tongue.say("This can't be evaluated: ", "无法评测：") + why);
        System.exit(2);
    }

    void run() {
        var log = KuaiRand.read(arguments.paths());
        say(tongue.say("exposures", "次曝光") + ": " + log.exposures().size());
        var recipe = choose(log);
        var split = Split.before(log, arguments.testFrom(), arguments.testTo(), Set.of());
        var network = recipe.learn(
                split.all().shape(),
                split.learned(),
                arguments.seed(),
                (epoch, unused) -> say(tongue.say("learned, epoch ", "训练，第几轮：") + epoch));
        out.println(tongue.say("\nRanking", "\n排序"));
        ranking(log, split, Scored.of(network, split.tested()));
        out.println(
                tongue.say("\nRecall of what is viewed long later and was not seen before", "\n召回：之后长时间观看且从未见过的作品"));
        new Channels(LongViews.likings(log, split)).print(tongue, out, this::say);
    }

    private Recipe choose(KuaiRand log) {
        var tried = Search.of(
                Search.split(log, arguments.testFrom(), Set.of()),
                arguments.seed(),
                () -> seconds() < arguments.minutes() * 60.0 / 2,
                each -> say(String.format(
                        Locale.ROOT,
                        "%s: GAUC %s %.4f, %s %.4f",
                        each.recipe(),
                        Task.CLICK.column(),
                        each.clickGauc(),
                        Task.LONG_VIEW.column(),
                        each.longViewGauc())));
        out.println(tongue.say("recipes tried: ", "试过的配方：") + tried.size() + "/" + Recipe.GRID.size());
        out.println(tongue.say("chosen: ", "选用：") + tried.getFirst().recipe());
        return tried.getFirst().recipe();
    }

    private void ranking(KuaiRand log, Split split, Map<Task, Outcome> ours) {
        out.println("| | | AUC | GAUC | log-loss | ECE | NDCG@10 |\n|---|---|---|---|---|---|---|");
        for (var task : Task.values()) {
            var popularity = Scored.popularity(split, task);
            row(task, tongue.say("network", "网络"), Objects.requireNonNull(ours.get(task)), true);
            row(task, tongue.say("popularity", "热度"), popularity, true);
            row(task, tongue.say("item to item", "物品协同"), Scored.itemToItem(log, split, task), false);
        }
    }

    private void row(Task task, String model, Outcome outcome, boolean probable) {
        out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %s | %s | %.4f |%n",
                task.column(),
                model,
                outcome.auc(),
                outcome.gauc(),
                probable ? String.format(Locale.ROOT, "%.4f", outcome.logLoss()) : "",
                probable ? String.format(Locale.ROOT, "%.4f", outcome.calibrationError()) : "",
                outcome.ndcg());
    }

    private double seconds() {
        return (nanos.getAsLong() - begun) / NANOS;
    }

    private void say(String what) {
        err.printf(Locale.ROOT, "%4.0f s  %s%n", seconds(), what);
    }
}
