package org.kanmai.ranking.evaluation.interactions;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.metrics.PairedBootstrap;

/** {@code ./kanmai rank evaluate --format interactions}: trains the encoder of sequences on a file and tells how well it finds what came next. */
public final class EvaluateInteractions {
    private final InteractionArguments arguments;
    private final Tongue tongue;
    private final PrintStream out;
    private final LongSupplier nanos;
    private final long begun;

    private EvaluateInteractions(InteractionArguments arguments, Tongue tongue, PrintStream out, LongSupplier nanos) {
        this.arguments = arguments;
        this.tongue = tongue;
        this.out = out;
        this.nanos = nanos;
        begun = nanos.getAsLong();
    }

    /** Runs it with the words after the format; what can't be is {@link UnusableInteractions}. */
    public static void run(String[] words, Tongue tongue, PrintStream out) {
        new EvaluateInteractions(InteractionArguments.read(words), tongue, out, System::nanoTime).run();
    }

    private void run() {
        var interactions = Interactions.read(arguments.file(), arguments.least());
        var set = LeaveOneOut.of(interactions, arguments.training().seed());
        say(
                "%,d users, %,d items, %,d interactions; %,d users are asked, each for one item among %d others",
                "%,d 个用户，%,d 个物品，%,d 次交互；提问 %,d 个用户，每人从另外 %d 个物品中找出一个",
                interactions.users().size(),
                interactions.items(),
                interactions.size(),
                set.test().size(),
                LeaveOneOut.OTHERS);
        var popularity = Answers.of(Contender.popularity(set.training()), set.test());
        var shape = arguments.shape(interactions.items());
        long end = arguments.budget().toNanos();
        var trained = SequenceContender.train(
                set, shape, arguments.training(), () -> nanos.getAsLong() - begun > end, this::passed);
        var ours = Answers.of(trained, set.test());
        tell(tongue.say("popularity", "热门程度"), popularity);
        tell(tongue.say("sequence encoder", "序列编码器"), ours);
    }

    private void passed(int pass, double loss, double validation) {
        say(
                "%6.0f s  pass %d  loss %.4f  NDCG@10 on validation %.4f",
                "%6.0f 秒  第 %d 轮  损失 %.4f  验证集 NDCG@10 %.4f",
                (nanos.getAsLong() - begun) / 1e9,
                pass,
                loss,
                validation);
    }

    private void tell(String who, Answers answers) {
        out.println(Tongue.padded(who, 18) + figure("HR@10", answers.hitRate()) + figure("NDCG@10", answers.ndcg()));
    }

    private static String figure(String name, PairedBootstrap interval) {
        return String.format(
                Locale.ROOT, "  %s %.4f [%.4f, %.4f]", name, interval.difference(), interval.low(), interval.high());
    }

    private void say(String en, String zh, Object... numbers) {
        out.println(String.format(Locale.ROOT, tongue.say(en, zh), numbers));
    }
}
