package org.kanmai.ranking.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kanmai.facts.tongue.Tongue;

/**
 * What is asked of an evaluation.
 *
 * @param testFrom first day of the test, as the log writes days
 * @param minutes after how many no further recipe is tried
 */
public record EvaluateArguments(List<Path> paths, int testFrom, int testTo, int minutes, long seed) {
    private static final Set<String> OPTIONS = Set.of("--format", "--test-from", "--test-to", "--minutes", "--seed");

    public EvaluateArguments {
        paths = List.copyOf(paths);
    }

    /** Reads the words; anything unknown or out of range throws with what to do. */
    public static EvaluateArguments read(List<String> words, Tongue tongue) {
        var given = new HashMap<String, String>();
        var paths = new ArrayList<Path>();
        for (int place = 0; place < words.size(); place++) {
            var word = words.get(place);
            if (!word.startsWith("--")) {
                paths.add(Path.of(word));
                continue;
            }
            if (!OPTIONS.contains(word) || place + 1 == words.size()) {
                throw new IllegalArgumentException(
                        word + tongue.say(" is no option, or lacks its value", " 不是选项，或缺少它的值"));
            }
            given.put(word, words.get(++place));
        }
        if (!given.getOrDefault("--format", "kuairand").equals("kuairand")) {
            throw new IllegalArgumentException(tongue.say(
                    "--format is kuairand, interactions or facts", "--format 只能是 kuairand、interactions 或 facts"));
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(
                    tongue.say("name the folder or the files of KuaiRand-Pure", "请给出 KuaiRand-Pure 的文件夹或文件"));
        }
        return new EvaluateArguments(
                paths,
                number(given, "--test-from", 20_220_502, 99_991_231),
                number(given, "--test-to", 20_220_503, 99_991_231),
                number(given, "--minutes", 10, 600),
                number(given, "--seed", 1, Integer.MAX_VALUE));
    }

    private static int number(Map<String, String> given, String name, int usual, int most) {
        var text = given.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(name + ": 0-" + most + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
