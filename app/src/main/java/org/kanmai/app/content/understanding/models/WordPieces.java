package org.kanmai.app.content.understanding.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts a text into the pieces that a model of BERT's kind was taught: each Chinese character and each mark alone, other words
 * from the left by the longest pieces of the vocabulary (Wu et al. 2016).
 */
final class WordPieces {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final int LONGEST_WORD = 50;
    /** More characters than this make no more pieces than are kept. */
    private static final int LONGEST_TEXT = 4_000;

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int first;
    private final int last;

    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = number("[UNK]");
        this.first = number("[CLS]");
        this.last = number("[SEP]");
    }

    /** Reads the vocabulary of a tokenizer in the form of Hugging Face. */
    static WordPieces read(String resource) throws IOException {
        try (var file = WordPieces.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new FileNotFoundException(resource + " is not on the class path");
            }
            var words = new HashMap<String, Integer>();
            JsonMapper.shared()
                    .readTree(file)
                    .path("model")
                    .path("vocab")
                    .forEachEntry((word, number) -> words.put(word, number.asInt()));
            return new WordPieces(words);
        }
    }

    /** Returns the numbers of a text's first pieces between a first and a last one; just those two when it says nothing. */
    List<Integer> of(String text, int most) {
        var numbers = new ArrayList<Integer>();
        boolean tells = false;
        for (var word : words(plain(text))) {
            for (int piece : pieces(word)) {
                if (numbers.size() < most - 2) {
                    numbers.add(piece);
                    tells |= piece != unknown && Character.isLetterOrDigit(word.codePointAt(0));
                }
            }
        }
        if (!tells) {
            numbers.clear();
        }
        numbers.addFirst(first);
        numbers.addLast(last);
        return numbers;
    }

    private static String plain(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        var lower = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean inWord = Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
            if (!inWord) {
                end(word, words);
            }
            if (inWord) {
                word.appendCodePoint(point);
            } else if (!isBlank(point)) {
                words.add(Character.toString(point));
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.isISOControl(point)
                || Character.getType(point) == Character.FORMAT;
    }

    private List<Integer> pieces(String word) {
        if (word.length() > LONGEST_WORD) {
            return List.of(unknown);
        }
        var pieces = new ArrayList<Integer>();
        int from = 0;
        while (from < word.length()) {
            int to = longest(word, from);
            if (to == from) {
                return List.of(unknown);
            }
            pieces.add(number(piece(word, from, to)));
            from = to;
        }
        return pieces;
    }

    private int longest(String word, int from) {
        int to = word.length();
        while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        var part = word.substring(from, to);
        return from == 0 ? part : "##" + part;
    }

    private int number(String piece) {
        var number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("not in the vocabulary: " + piece);
        }
        return number;
    }
}
