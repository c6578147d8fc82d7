package org.kanmai.sandbox.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kanmai.sandbox.http.Request;

/** The languages of the pages. */
enum Language {
    ENGLISH("en", Locale.US),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    private static final int LONGEST_HEADER = 256;

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    String code() {
        return code;
    }

    Locale locale() {
        return locale;
    }

    Language other() {
        return this == ENGLISH ? CHINESE : ENGLISH;
    }

    /** What {@code ?lang=} says wins, then the first that the browser likes and we speak, then English. */
    static Language of(Request request) {
        return request.query("lang")
                .flatMap(Language::called)
                .or(() -> request.header("Accept-Language").flatMap(Language::liked))
                .orElse(ENGLISH);
    }

    private static Optional<Language> called(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    private static Optional<Language> liked(String header) {
        return ranges(header).stream()
                .flatMap(range -> called(range.getRange().split("-", 2)[0]).stream())
                .findFirst();
    }

    private static List<Locale.LanguageRange> ranges(String header) {
        try {
            return header.length() > LONGEST_HEADER ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException notUnderstood) {
            return List.of();
        }
    }
}
