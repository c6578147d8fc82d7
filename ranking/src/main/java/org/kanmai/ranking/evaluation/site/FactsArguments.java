package org.kanmai.ranking.evaluation.site;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of an evaluation on a log of facts.
 *
 * @param testShare the share of exposures, the latest, that is tested
 * @param passes how often each of the earlier ones is learned
 * @param most exposures that are kept, the newest
 */
public record FactsArguments(List<Path> paths, double testShare, int passes, int most) {
    private static final Set<String> OPTIONS = Set.of("--format", "--test-share", "--passes", "--most");

    public FactsArguments {
        paths = List.copyOf(paths);
    }

    /** Reads the words; anything unknown or out of range is {@link UnusableFacts} with what to do. */
    public static FactsArguments read(List<String> words) {
        var given = new HashMap<String, String>();
        var paths = new ArrayList<Path>();
        for (int place = 0; place < words.size(); place++) {
            var word = words.get(place);
            if (!word.startsWith("--")) {
                paths.add(path(word));
                continue;
            }
            if (!OPTIONS.contains(word) || place + 1 == words.size()) {
                throw new UnusableFacts(word + " is no option, or lacks its value", word + " 不是选项，或缺少它的值");
            }
            given.put(word, words.get(++place));
        }
        if (paths.isEmpty()) {
            throw new UnusableFacts(
                    "name the folder of the lake, such as data/lake/raw, or files of facts",
                    "请给出数据湖的文件夹（例如 data/lake/raw）或事实文件");
        }
        return new FactsArguments(
                paths, number(given, "--test-share", 0.2, 0.01, 0.9), (int) number(given, "--passes", 1, 1, 100), (int)
                        number(given, "--most", 500_000, 100, 5_000_000));
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException none) {
            throw new UnusableFacts(word + " is no path", word + " 不是路径");
        }
    }

    private static double number(Map<String, String> given, String name, double usual, double least, double most) {
        var text = given.get(name);
        if (text == null) {
            return usual;
        }
        double number = text.matches(least < 1 ? "0?\\.[0-9]{1,6}" : "[0-9]{1,9}") ? Double.parseDouble(text) : -1;
        if (!(number >= least && number <= most)) {
            var range = least < 1 ? least + "-" + most : (long) least + "-" + (long) most;
            throw new UnusableFacts("%s: %s: %s".formatted(name, range, text), "%s：%s：%s".formatted(name, range, text));
        }
        return number;
    }
}
