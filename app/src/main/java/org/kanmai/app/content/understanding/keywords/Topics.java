package org.kanmai.app.content.understanding.keywords;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says by a table of words which topics keywords speak for; it knows no more than the table does. */
@Component
public final class Topics {
    /** The most topics of a work. */
    public static final int MOST = 3;

    private final Map<String, List<String>> table = table();

    /** Returns the topics that most of the keywords speak for, the clearest first. */
    public List<String> of(List<String> keywords) {
        var found = new ArrayList<Map.Entry<String, Long>>();
        table.forEach((topic, words) -> {
            long count = keywords.stream()
                    .filter(keyword -> words.stream().anyMatch(word -> speaks(keyword, word)))
                    .count();
            if (count > 0) {
                found.add(Map.entry(topic, count));
            }
        });
        found.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        return found.stream().limit(MOST).map(Map.Entry::getKey).toList();
    }

    private static boolean speaks(String keyword, String word) {
        return word.codePoints().anyMatch(Character::isIdeographic) ? keyword.contains(word) : keyword.equals(word);
    }

    private static Map<String, List<String>> table() {
        var table = new LinkedHashMap<String, List<String>>();
        for (var line : WordList.lines("topics.txt")) {
            int colon = line.indexOf(':');
            table.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split(",\\s*", -1)));
        }
        return table;
    }
}
