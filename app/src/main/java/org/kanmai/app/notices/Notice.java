package org.kanmai.app.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.app.notices.settings.NoticePurpose;

/**
 * A line of somebody's inbox.
 *
 * @param id a number, as a string
 * @param actors who did it, the latest first, at most three
 * @param count of how many things it is made, at most 1,000
 * @param glimpse its subject as it is now; absent when there is nothing to see
 * @param words what whom it concerns says of it; absent when they leave it to each client
 */
record Notice(
        String id,
        NoticePurpose purpose,
        NoticeKind kind,
        Instant at,
        boolean read,
        List<Person> actors,
        int count,
        Opens subject,
        Map<String, String> arguments,
        NoticeSubjects.@Nullable Glimpse glimpse,
        NoticeWords.@Nullable Words words) {
    Notice {
        actors = List.copyOf(actors);
        arguments = Map.copyOf(arguments);
    }

    /** What it opens. */
    record Opens(NoticeSubject.Kind kind, String id) {}
}
