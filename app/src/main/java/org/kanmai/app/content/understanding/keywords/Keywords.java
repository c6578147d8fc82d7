package org.kanmai.app.content.understanding.keywords;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds the words that tell what a work is about. Chinese is cut by a dictionary; words of other letters end where letters end.
 * A hashtag weighs more than a word of the title, and that more than one of the caption; common words weigh little or nothing.
 */
@Component
public final class Keywords {
    /** The most keywords of a work. */
    public static final int MOST = 16;
    /** The most characters of a keyword. */
    public static final int LONGEST = 64;

    private static final double HASHTAG = 3;
    private static final double TITLE = 2;
    private static final double CAPTION = 1;
    private static final double LETTERS = 0.6;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]][\\p{L}\\p{M}\\p{N}'’&&[^\\p{IsHan}]]*");
    private static final Pattern OWNERS = Pattern.compile("['’]s?$");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]+");

    private final ChineseWords chinese = new ChineseWords();
    private final Set<String> stopped = stopped();

    /** Returns at most {@link #MOST} keywords in small letters, the most telling first; the same words give the same order. */
    public List<String> of(String title, String caption, List<String> hashtags) {
        var weights = new HashMap<String, Weight>();
        for (var hashtag : hashtags) {
            add(weights, plain(hashtag), HASHTAG);
        }
        addWords(weights, plain(title), TITLE);
        addWords(weights, plain(caption), CAPTION);
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingDouble(Weight::sum).reversed().thenComparingInt(Weight::place)))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether the dictionary of Chinese could not be used when it was last needed. */
    public boolean isAway() {
        return chinese.standing().startsWith("away");
    }

    /** Returns how the dictionary of Chinese stands. */
    public String standing() {
        return chinese.standing();
    }

    private void addWords(Map<String, Weight> weights, String text, double weight) {
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            chinese.of(text).forEach(word -> add(weights, word.text().strip(), weight * word.weight()));
        }
        var words = WORD.matcher(text);
        while (words.find()) {
            add(weights, OWNERS.matcher(words.group()).replaceAll(""), weight * LETTERS);
        }
    }

    /** A word said again tells more, but ever less. */
    private void add(Map<String, Weight> weights, String word, double weight) {
        if (tells(word)) {
            weights.merge(
                    word,
                    new Weight(weight, weights.size()),
                    (before, again) -> new Weight(before.sum + again.sum / 2, before.place));
        }
    }

    private boolean tells(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= 2
                && length <= LONGEST
                && word.codePoints().anyMatch(Character::isLetter)
                && !stopped.contains(word);
    }

    private static String plain(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var seen =
                UNSEEN.matcher(Normalizer.normalize(cut, Normalizer.Form.NFKC)).replaceAll(" ");
        return seen.toLowerCase(Locale.ROOT);
    }

    private static Set<String> stopped() {
        var words = new HashSet<String>();
        WordList.lines("stop-words.txt").forEach(line -> words.addAll(List.of(line.split("\\s+", -1))));
        return Set.copyOf(words);
    }

    private record Weight(double sum, int place) {}
}
