package org.kanmai.app.content.understanding.keywords;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts Chinese into words by HanLP with a dictionary of this trade. Some 50 MB of dictionaries are read when it is first
 * needed; where they cannot be, no Chinese words are found and the standing says why.
 */
final class ChineseWords {
    private static final Logger log = LoggerFactory.getLogger(ChineseWords.class);
    /** Words counted to make the dictionary. */
    private static final double COUNTED = 25_000_000;
    /** Kinds of words by the marks of Peking University that tell what something is about. */
    private static final Set<String> VERBS = Set.of("v", "vn", "vi");

    private @Nullable Segment segment;
    private boolean tried;
    private volatile String standing = "unused";

    /**
     * A word of a text.
     *
     * @param weight how much it tells, 0-1: rare ones more than common ones, names of things more than verbs
     */
    record Word(String text, double weight) {}

    /** Returns the telling words of a text in their order. */
    synchronized List<Word> of(String text) {
        try {
            if (!tried) {
                tried = true;
                segment = load();
                standing = "ready";
            }
            return segment == null ? List.of() : cut(segment, text);
        } catch (LinkageError | RuntimeException trouble) {
            standing = "away: " + trouble.getClass().getSimpleName();
            log.error("content.words.away", trouble);
            return List.of();
        }
    }

    String standing() {
        return standing;
    }

    private static Segment load() {
        var words = new DynamicCustomDictionary();
        WordList.lines("words.txt").forEach(word -> words.insert(word, "n 1000"));
        return HanLP.newSegment().enableCustomDictionary(words).enableCustomDictionaryForcing(true);
    }

    private static List<Word> cut(Segment segment, String text) {
        return segment.seg(text).stream()
                .flatMap(term -> word(term.word, String.valueOf(term.nature)))
                .toList();
    }

    private static Stream<Word> word(String text, String kind) {
        double share = share(kind);
        boolean chinese = text.codePoints().anyMatch(Character::isIdeographic);
        return share == 0 || !chinese || text.length() < 2
                ? Stream.empty()
                : Stream.of(new Word(text, share * rarity(text)));
    }

    private static double share(String kind) {
        if (kind.startsWith("n") && !kind.equals("nx")) {
            return 1;
        }
        return VERBS.contains(kind) || kind.startsWith("g") ? 0.6 : 0;
    }

    private static double rarity(String word) {
        var known = CoreDictionary.get(word);
        double count = known == null ? 1 : 1 + known.totalFrequency;
        return Math.log(COUNTED / count) / Math.log(COUNTED);
    }
}
