package org.kanmai.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.kanmai.benchmarks.sequences.DjlSasrec;
import org.kanmai.ranking.evaluation.interactions.Answers;
import org.kanmai.ranking.evaluation.interactions.Contender;
import org.kanmai.ranking.evaluation.interactions.Interactions;
import org.kanmai.ranking.evaluation.interactions.LeaveOneOut;
import org.kanmai.ranking.evaluation.interactions.SequenceContender;
import org.kanmai.ranking.evaluation.metrics.PairedBootstrap;
import org.kanmai.ranking.sequence.SequenceShape;
import org.kanmai.ranking.sequence.SequenceTraining;

/** How well the encoder of sequences finds what came next in files of interactions, beside SASRec by PyTorch with as many CPU-seconds and as large. */
final class SequencesBenchmark implements Benchmark {
    static final String NAME = "sequences";

    private static final long SECONDS = Long.getLong("sequences.seconds", 120);
    private static final int LEAST = 5;
    private static final long SEED = 1;

    private final List<Path> files;

    SequencesBenchmark(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("sequences: leave one out, 100 others, %d CPU-seconds each".formatted(SECONDS));
        files.forEach(file -> compare(file, stage, table));
        return table;
    }

    private static void compare(Path file, Stage stage, Table table) {
        var interactions = Interactions.read(file, LEAST);
        var set = LeaveOneOut.of(interactions, SEED);
        var name = file.getFileName() + ": ";
        table.note(
                name + "users, items, interactions",
                String.format(
                        Locale.ROOT,
                        "%,d, %,d, %,d",
                        interactions.users().size(),
                        interactions.items(),
                        interactions.size()));
        tell(table, name + "popularity", Answers.of(Contender.popularity(set.training()), set.test()));
        var shape = new SequenceShape(48, 2, 50, interactions.items() + 10_000);
        var ours = ours(set, shape);
        tell(table, name + "the encoder in Java", ours);
        var theirs = theirs(set, shape, interactions.items(), stage);
        tell(table, name + "SASRec by DJL", theirs);
        bar(table, name + "HR@10, Java less DJL", ours.hitRateAbove(theirs));
        bar(table, name + "NDCG@10, Java less DJL", ours.ndcgAbove(theirs));
    }

    private static Answers ours(LeaveOneOut set, SequenceShape shape) {
        var trained = SequenceContender.train(
                set,
                shape,
                SequenceTraining.usual(SEED),
                budget(),
                (pass, loss, gain) -> said("Java", pass, loss, gain));
        return Answers.of(trained, set.test());
    }

    private static Answers theirs(LeaveOneOut set, SequenceShape shape, int items, Stage stage) {
        try (var djl = new DjlSasrec(shape, items, SEED, stage.folder().resolveSibling("djl"))) {
            djl.train(set, budget(), (pass, loss, gain) -> said("DJL", pass, loss, gain));
            return Answers.of(djl, set.test());
        }
    }

    /** Counts the CPU time of the whole process: the compiler's, the collector's and PyTorch's too. */
    private static BooleanSupplier budget() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long end = system.getProcessCpuTime() + SECONDS * 1_000_000_000;
        return () -> system.getProcessCpuTime() > end;
    }

    private static void said(String who, int pass, double loss, double gain) {
        Stage.say(
                String.format(Locale.ROOT, "%s, pass %d: loss %.4f, NDCG@10 to choose by %.4f", who, pass, loss, gain));
    }

    private static void tell(Table table, String who, Answers answers) {
        table.note(who + ", HR@10", interval(answers.hitRate()));
        table.note(who + ", NDCG@10", interval(answers.ndcg()));
    }

    private static String interval(PairedBootstrap interval) {
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", interval.difference(), interval.low(), interval.high());
    }

    private static void bar(Table table, String what, PairedBootstrap difference) {
        table.note(what + ", with its interval", interval(difference));
        table.above(what + ", its upper end", 0, "", difference.high());
    }
}
