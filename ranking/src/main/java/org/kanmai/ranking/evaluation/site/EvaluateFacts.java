package org.kanmai.ranking.evaluation.site;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.channels.Channels;
import org.kanmai.ranking.learning.LoggedExposure;
import org.kanmai.ranking.learning.LoggedExposures;

/** {@code ./kanmai rank evaluate --format facts}: learns from the earlier exposures of a site's log, and measures by the later ones. */
public final class EvaluateFacts {
    private static final double NANOS = 1e9;
    private static final int FACTS_SAID = 500_000;
    private static final int LEARNED_SAID = 50_000;

    private final FactsArguments arguments;
    private final Tongue tongue;
    private final PrintStream out;
    private final PrintStream err;
    private final LongSupplier nanos;
    private final long begun;
    private long facts;
    private long learned;

    /** Prints tables to {@code out}, and how far it is to {@code err}. */
    public EvaluateFacts(
            FactsArguments arguments, Tongue tongue, PrintStream out, PrintStream err, LongSupplier nanos) {
        this.arguments = arguments;
        this.tongue = tongue;
        this.out = out;
        this.err = err;
        this.nanos = nanos;
        begun = nanos.getAsLong();
    }

    /** Reads logs one after the other and evaluates them as one; what can't be used is {@link UnusableFacts}. */
    public void run(List<FactSource> logs) {
        var exposures = new LoggedExposures(arguments.most());
        logs.forEach(log -> read(log, exposures));
        say("facts read: %,d", "已读事实：%,d", facts);
        var split = split(exposures.settle());
        tell(split, exposures.letGo());
        var network = SiteScores.learn(split.learned(), arguments.passes(), this::learned);
        say("learned: %,d", "已学样本：%,d", learned);
        out.println(tongue.say("\nRanking", "\n排序"));
        new HeadTable(tongue, out).print(split, network);
        say("ranking is measured", "排序已测完");
        recall(split);
    }

    private void read(FactSource log, LoggedExposures exposures) {
        log.read(fact -> {
            exposures.take(fact);
            if (++facts % FACTS_SAID == 0) {
                say("facts read: %,d", "已读事实：%,d", facts);
            }
        });
    }

    private SiteSplit split(List<LoggedExposure> exposures) {
        if (exposures.size() < 2) {
            throw new UnusableFacts(
                    """
                    nothing to learn from in %,d facts. A page is logged with features once its viewer has agreed to be profiled, and what \
                    became of it is known ten minutes later. Let people watch, then name the folder data/lake/raw""".formatted(facts),
                    "在 %,d 条事实中没有可学的曝光。观众同意个性化之后，页面才带有特征；十分钟之后才知道结果。请先让人观看作品，再给出文件夹 data/lake/raw".formatted(facts));
        }
        return SiteSplit.of(exposures, arguments.testShare());
    }

    private void tell(SiteSplit split, long letGo) {
        print(
                "learned: %,d exposures, %s to %s",
                "训练：%,d 次曝光，%s 至 %s",
                split.learned().size(),
                split.learned().getFirst().at(),
                split.learned().getLast().at());
        print(
                "tested: %,d exposures, %s to %s",
                "测试：%,d 次曝光，%s 至 %s",
                split.tested().size(),
                split.tested().getFirst().at(),
                split.tested().getLast().at());
        if (letGo > 0) {
            print(
                    "let go: %,d older exposures; --most %d keeps the newest",
                    "已舍弃：%,d 次较早的曝光；--most %d 只保留最新的", letGo, arguments.most());
        }
    }

    private void learned(long examples) {
        if (examples / LEARNED_SAID > learned / LEARNED_SAID) {
            say("learned: %,d", "已学样本：%,d", examples);
        }
        learned = examples;
    }

    private void recall(SiteSplit split) {
        out.println(
                tongue.say("\nRecall of what is watched long later and was not seen before", "\n召回：之后长时间观看且从未见过的作品"));
        var likings = SiteLikings.of(split);
        if (likings.viewers() == 0) {
            print("nobody who watched long before watched anything new long later", "没有观众在之后长时间观看新作品");
            return;
        }
        new Channels(likings).print(tongue, out, channel -> say("%s", "%s", channel));
    }

    private void print(String en, String zh, Object... values) {
        out.println(String.format(Locale.ROOT, tongue.say(en, zh), values));
    }

    private void say(String en, String zh, Object... values) {
        err.printf(
                Locale.ROOT,
                "%4.0f s  %s%n",
                (nanos.getAsLong() - begun) / NANOS,
                String.format(Locale.ROOT, tongue.say(en, zh), values));
    }
}
