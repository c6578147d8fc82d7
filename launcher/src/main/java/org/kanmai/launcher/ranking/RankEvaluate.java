package org.kanmai.launcher.ranking;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.ranking.evaluation.Evaluate;
import org.kanmai.ranking.evaluation.site.EvaluateFacts;
import org.kanmai.ranking.evaluation.site.FactLines;
import org.kanmai.ranking.evaluation.site.FactSource;
import org.kanmai.ranking.evaluation.site.FactsArguments;
import org.kanmai.ranking.evaluation.site.UnusableFacts;

/** {@code ./kanmai rank evaluate}: on a site's own facts, of its lake or in files of lines; other formats are the ranker's own. */
public final class RankEvaluate {
    private static final int MISUSE = 2;

    private RankEvaluate() {}

    /** Takes the word {@code evaluate} and what follows; the exit status is 2 when something asked for can't be. */
    public static void main(String[] words) {
        if (!isOfFacts(List.of(words))) {
            Evaluate.main(words);
            return;
        }
        int status = run(List.of(words), Tongue.of(Locale.getDefault()), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static boolean isOfFacts(List<String> words) {
        int format = words.lastIndexOf("--format");
        return words.size() > format + 1
                && format > 0
                && words.get(format + 1).equals("facts")
                && words.getFirst().equals("evaluate");
    }

    static int run(List<String> words, Tongue tongue, PrintStream out, PrintStream err) {
        try {
            var arguments = FactsArguments.read(words.subList(1, words.size()));
            var logs = arguments.paths().stream().map(RankEvaluate::source).toList();
            new EvaluateFacts(arguments, tongue, out, err, System::nanoTime).run(logs);
            return 0;
        } catch (UnusableFacts unusable) {
            err.println(tongue.say("This can't be evaluated: ", "无法评测：") + unusable.in(tongue));
        } catch (IllegalArgumentException refused) {
            err.println(tongue.say("This can't be evaluated: ", "无法评测：") + refused.getMessage());
        }
        return MISUSE;
    }

    private static FactSource source(Path path) {
        if (Files.isDirectory(path)) {
            return lake(path);
        }
        return path.toString().endsWith(LakeFacts.ENDING) ? new LakeFacts(List.of(path)) : new FactLines(path);
    }

    /** A data folder, its lake or the lake's raw files will do. */
    private static FactSource lake(Path folder) {
        for (var place : List.of("lake/raw", "raw", "")) {
            if (Files.isDirectory(folder.resolve(place))) {
                return new LakeFacts(files(folder.resolve(place)));
            }
        }
        throw new IllegalStateException(folder + " is gone");
    }

    private static List<Path> files(Path folder) {
        try {
            return LakeFacts.files(folder);
        } catch (IOException broken) {
            throw new UnusableFacts(
                    folder + " can't be read: " + broken.getMessage(), "无法读取 " + folder + "：" + broken.getMessage());
        }
    }
}
