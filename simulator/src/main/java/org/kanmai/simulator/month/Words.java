package org.kanmai.simulator.month;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people of the town are called, and what they say. */
final class Words {
    /** The titles of works that show the same film, by the film's title. */
    static final Map<String, List<String>> TITLES = read("titles.json", new TypeReference<>() {});

    /** Comments by the handle of the creator under whose works they fit, and those that fit everywhere. */
    static final Map<String, List<String>> COMMENTS = read("comments.json", new TypeReference<>() {});

    static final Names NAMES = read("names.json", new TypeReference<>() {});

    /** Parts of names and addresses; {@code letters} are those of the surname at the same place. */
    record Names(
            List<String> who,
            List<String> called,
            List<String> surnames,
            List<String> letters,
            List<String> given,
            List<String> regions,
            List<String> streets,
            List<String> carriers) {}

    private Words() {}

    private static <T> T read(String name, TypeReference<T> type) {
        try (var in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return JsonMapper.shared().readValue(in, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }
}
