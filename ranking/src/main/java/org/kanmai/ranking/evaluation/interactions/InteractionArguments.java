package org.kanmai.ranking.evaluation.interactions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kanmai.ranking.sequence.SequenceShape;
import org.kanmai.ranking.sequence.SequenceTraining;

/**
 * What was asked for.
 *
 * @param budget how long training may take, reading included
 * @param least interactions that a user and an item must have
 */
record InteractionArguments(
        Path file, Duration budget, int least, int dimensions, int blocks, int length, SequenceTraining training) {
    private static final Set<String> KNOWN = Set.of(
            "--minutes",
            "--seed",
            "--least",
            "--dimensions",
            "--blocks",
            "--length",
            "--rate",
            "--dropout",
            "--negatives");
    private static final double MOST_MINUTES = 7 * 24 * 60;
    private static final int MOST_LEAST = 1_000;

    static InteractionArguments read(String[] words) {
        var given = new HashMap<String, String>();
        var file = file(words, given);
        var usual = SequenceTraining.usual(0);
        try {
            var training = new SequenceTraining(
                    number(given, "--rate", usual.learningRate(), 1),
                    number(given, "--dropout", usual.dropout(), 1),
                    (int) number(given, "--negatives", usual.negatives(), Integer.MAX_VALUE),
                    (long) number(given, "--seed", 1, Integer.MAX_VALUE));
            return new InteractionArguments(
                    file,
                    Duration.ofMillis(Math.round(number(given, "--minutes", 5, MOST_MINUTES) * 60_000)),
                    (int) number(given, "--least", 5, MOST_LEAST),
                    (int) number(given, "--dimensions", SequenceShape.USUAL.dimensions(), Integer.MAX_VALUE),
                    (int) number(given, "--blocks", SequenceShape.USUAL.blocks(), Integer.MAX_VALUE),
                    (int) number(given, "--length", SequenceShape.USUAL.length(), Integer.MAX_VALUE),
                    training);
        } catch (IllegalArgumentException impossible) {
            throw new UnusableInteractions(String.valueOf(impossible.getMessage()), "参数无效：" + impossible.getMessage());
        }
    }

    private static Path file(String[] words, Map<String, String> given) {
        var files = new ArrayList<String>();
        for (int each = 0; each < words.length; each++) {
            if (!words[each].startsWith("--")) {
                files.add(words[each]);
            } else if (KNOWN.contains(words[each]) && each + 1 < words.length) {
                given.put(words[each], words[++each]);
            } else {
                throw new UnusableInteractions(
                        words[each] + " isn't known or has no value", words[each] + " 不是已知选项或缺少值");
            }
        }
        if (files.size() != 1) {
            throw new UnusableInteractions("one file is asked for", "需要指定一个文件");
        }
        return Path.of(files.getFirst());
    }

    private static double number(Map<String, String> given, String name, double usual, double most) {
        var word = given.get(name);
        if (word == null) {
            return usual;
        }
        double number = Double.NaN;
        try {
            number = Double.parseDouble(word);
        } catch (NumberFormatException none) {
            // It is told below, with the bounds.
        }
        if (!(number >= 0 && number <= most)) {
            throw new UnusableInteractions(
                    "%s must be a number from 0 to %,.0f, not %s".formatted(name, most, word),
                    "%s 应为 0 到 %,.0f 的数，而不是 %s".formatted(name, most, word));
        }
        return number;
    }

    /** Returns the size of an encoder that has room for all items of the file. */
    SequenceShape shape(int items) {
        return new SequenceShape(dimensions, blocks, length, items + SequenceContender.BATCH * (length + 1));
    }
}
