package org.kanmai.app.notices;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PersonId;

/**
 * What somebody is to be told.
 *
 * @param actor who did it; absent when nobody is to be named
 * @param arguments small words and numbers of the kind, never sentences
 * @param key the same for the same thing: told again it changes nothing
 * @param fold what has the same fold is one line of the inbox
 */
public record Telling(
        PersonId person,
        NoticeKind kind,
        @Nullable PersonId actor,
        NoticeSubject subject,
        Map<String, String> arguments,
        String key,
        String fold) {
    static final int LONGEST = 100;

    public Telling {
        arguments = Map.copyOf(arguments);
        if (key.length() > LONGEST || fold.length() > LONGEST) {
            throw new IllegalArgumentException("too long: " + key + ", " + fold);
        }
        if (arguments.size() > 8 || arguments.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new IllegalArgumentException("arguments are few and short: " + arguments);
        }
    }

    /** Returns a line of its own that names nobody. */
    public static Telling of(PersonId person, NoticeKind kind, NoticeSubject subject, String key) {
        return new Telling(person, kind, null, subject, Map.of(), key, key);
    }

    /** Names who did it. */
    public Telling by(PersonId who) {
        return new Telling(person, kind, who, subject, arguments, key, fold);
    }

    /** Adds an argument. */
    public Telling with(String name, String value) {
        var more = new HashMap<>(arguments);
        more.put(name, value);
        return new Telling(person, kind, actor, subject, more, key, fold);
    }

    /** Makes it one line with others. */
    public Telling into(String line) {
        return new Telling(person, kind, actor, subject, arguments, key, line);
    }
}
