package org.kanmai.app.content.understanding.keywords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads a list of words that comes with the build. */
final class WordList {
    private WordList() {}

    /** Returns the lines that are neither empty nor a comment. */
    static List<String> lines(String name) {
        try (var file = Objects.requireNonNull(WordList.class.getResourceAsStream("/understanding/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
