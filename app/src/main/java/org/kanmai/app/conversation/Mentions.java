package org.kanmai.app.conversation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Finds the people whom a text names as {@code @handle}. */
@Component
public class Mentions {
    private static final int MOST = 10;
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9_@])@([a-z0-9_]{3,24})(?![A-Za-z0-9_])");

    private final People people;

    Mentions(People people) {
        this.people = people;
    }

    /** Returns the people named, each once, at most 10; a handle that nobody has is only text. */
    public List<PersonId> in(String text) {
        return handles(text).stream()
                .map(people::byHandle)
                .flatMap(Optional::stream)
                .map(Person::id)
                .toList();
    }

    static List<String> handles(String text) {
        return MENTION.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
