package org.kanmai.app.conversation.moments;

import java.util.List;
import java.util.Set;
import org.kanmai.app.content.Works;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Comments over a film at the moments at which they were said (CP-21); they are reported, hidden and deleted as comments are. */
@Component
public class Moments {
    static final int LAST_MILLIS = 10_800_000;
    static final int LONGEST_TEXT = 50;
    private static final int WINDOW_MILLIS = 60_000;
    private static final int EACH_SECOND = 3;

    private final MomentStore store;
    private final Works works;
    private final Governance governance;
    private final People people;

    Moments(MomentStore store, Works works, Governance governance, People people) {
        this.store = store;
        this.works = works;
        this.governance = governance;
        this.people = people;
    }

    /** A comment over the picture. */
    record Over(CommentId id, String text, int atMillis, boolean mine) {}

    /** Keeps at which moment of a film a comment was said; refuses what is too long to be read there. */
    public void add(CommentId comment, WorkId work, int millis, String text) {
        if (millis < 0 || millis > LAST_MILLIS) {
            throw Refusal.invalid("atMillis", "must be 0-" + LAST_MILLIS);
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT || text.contains("\n")) {
            throw Refusal.invalid("text", "must be one line of 1-" + LONGEST_TEXT + " characters");
        }
        store.add(comment, work, millis);
    }

    /** Returns what is shown over a minute of a film, three of each second at most. */
    List<Over> of(Viewer viewer, WorkId work, int from) {
        if (from < 0 || from > LAST_MILLIS) {
            throw Refusal.invalid("from", "must be 0-" + LAST_MILLIS);
        }
        if (works.creator(work).isEmpty()) {
            throw Refusal.notFound("work");
        }
        var rows = store.between(work, from, from + WINDOW_MILLIS, EACH_SECOND, blocked(viewer));
        var ids = rows.stream().map(row -> row.comment().value()).toList();
        var shown = governance.shown(SubjectKind.COMMENT, ids);
        return rows.stream()
                .filter(row -> shown.contains(row.comment().value()))
                .map(row -> new Over(row.comment(), row.text(), row.millis(), viewer.is(row.author())))
                .toList();
    }

    private Set<PersonId> blocked(Viewer viewer) {
        var person = viewer.person();
        return person == null ? Set.of() : people.blocked(person);
    }
}
