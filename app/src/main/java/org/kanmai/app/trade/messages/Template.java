package org.kanmai.app.trade.messages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;

/**
 * A sentence of a shop in both languages, with named placeholders in braces.
 *
 * @param chinese for who reads Chinese
 * @param english for everybody else
 */
record Template(String chinese, String english) {
    static final int LONGEST = 200;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

    /** Returns it without blanks around; refuses with 422 what is too long, and names a placeholder that says nothing on an occasion. */
    Template checked(Occasion occasion) {
        return new Template(checked("chinese", chinese, occasion), checked("english", english, occasion));
    }

    private static String checked(String field, String sent, Occasion occasion) {
        var text = sent.strip();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "must have 1-" + LONGEST + " characters in one line");
        }
        PLACE.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(name -> Placeholder.named(name)
                        .filter(occasion.placeholders()::contains)
                        .isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(field, name, occasion);
                });
        if (PLACE.matcher(text).replaceAll("").matches(".*[{}].*")) {
            throw Refusal.invalid(field, "has a brace without its other half");
        }
        return text;
    }

    private static Refusal unknown(String field, String name, Occasion occasion) {
        var known = occasion.placeholders().stream()
                .flatMap(each -> Stream.of(each.chinese(), each.english()))
                .map(each -> "{" + each + "}")
                .toList();
        return new Refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-placeholder",
                        "There is no such placeholder",
                        "{" + name + "} says nothing here; there are " + String.join(", ", known) + ".")
                .with("field", field)
                .with("placeholder", "{" + name + "}")
                .with("known", known);
    }

    /** Returns both sentences filled; empty when there is nothing to fill a placeholder with. */
    Optional<Template> filled(Story story) {
        return filled(chinese, story, Locale.CHINA)
                .flatMap(first -> filled(english, story, Locale.US).map(second -> new Template(first, second)));
    }

    private static Optional<String> filled(String text, Story story, Locale language) {
        var whole = new StringBuilder();
        var place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            var value = Placeholder.named(place.group(1).strip()).flatMap(each -> story.value(each, language));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            whole.append(text, from, place.start()).append(value.get());
            from = place.end();
        }
        return Optional.of(whole.append(text.substring(from)).toString());
    }
}
