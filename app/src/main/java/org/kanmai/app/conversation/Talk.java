package org.kanmai.app.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Tells people what others say and like: of one comment each once, of the likes of a work in one line. */
@Component
class Talk {
    private final Notices notices;

    Talk(Notices notices) {
        this.notices = notices;
    }

    void liked(PersonId who, WorkId work, PersonId creator) {
        notices.tell(Telling.of(creator, NoticeKind.LIKED, NoticeSubject.work(work), "liked:" + work + ":" + who)
                .by(who)
                .into("liked:" + work));
    }

    /** Tells of a comment that is shown; who is answered counts before who is mentioned, and both before the creator. */
    void said(CommentRow comment, PersonId author, @Nullable PersonId answered, @Nullable PersonId creator) {
        var tellings = new ArrayList<Telling>();
        if (answered != null) {
            tellings.add(telling(answered, NoticeKind.REPLIED, comment, author));
        }
        comment.mentions().forEach(named -> tellings.add(telling(named, NoticeKind.MENTIONED, comment, author)));
        if (creator != null) {
            tellings.add(telling(creator, NoticeKind.COMMENTED, comment, author));
        }
        notices.tell(List.copyOf(tellings));
    }

    private static Telling telling(PersonId person, NoticeKind kind, CommentRow comment, PersonId author) {
        return Telling.of(person, kind, NoticeSubject.comment(comment.id()), "comment:" + comment.id())
                .by(author)
                .with("work", comment.work().toString());
    }
}
