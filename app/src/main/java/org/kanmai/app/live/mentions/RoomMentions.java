package org.kanmai.app.live.mentions;

import org.kanmai.app.conversation.Mentions;
import org.kanmai.app.live.talk.Words;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people who are named in a room, each once a room; blocks, caps and their own choice hold as for any notice. */
@Component
class RoomMentions {
    private final Mentions mentions;
    private final Notices notices;

    RoomMentions(Mentions mentions, Notices notices) {
        this.mentions = mentions;
        this.notices = notices;
    }

    @EventListener
    void said(Words words) {
        if (words.text().indexOf('@') < 0) {
            return;
        }
        var key = NoticeKind.ROOM_MENTIONED.code() + ":" + words.room();
        notices.tell(mentions.in(words.text()).stream()
                .map(named -> Telling.of(named, NoticeKind.ROOM_MENTIONED, NoticeSubject.live(words.room()), key)
                        .by(words.person()))
                .toList());
    }
}
