package org.kanmai.app.live.talk;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said: heard through the room's socket, and read page by page. */
@RestController
class TalkHttp {
    private final Talk talk;

    TalkHttp(Talk talk) {
        this.talk = talk;
    }

    /** What somebody says, and to which words it answers. */
    record Words(String text, @Nullable String replyTo) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/rooms/{id}/talk")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void say(@PathVariable RoomId id, @RequestBody Words words, Viewer viewer, Trace trace) {
        talk.say(id, viewer, trace, words.text(), replyTo(words));
    }

    private static @Nullable Long replyTo(Words words) {
        var id = words.replyTo();
        if (id != null && !id.matches("[0-9]{1,18}")) {
            throw Refusal.invalid("replyTo", "must be the id of something said");
        }
        return id == null ? null : Long.valueOf(id);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/talk")
    Slice<Said.Line> history(@PathVariable RoomId id, Paging paging) {
        return talk.history(id, paging);
    }
}
