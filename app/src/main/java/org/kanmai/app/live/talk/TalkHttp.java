package org.kanmai.app.live.talk;

import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said, and who may say nothing; it is heard through the room's socket. */
@RestController
class TalkHttp {
    private final Talk talk;

    TalkHttp(Talk talk) {
        this.talk = talk;
    }

    /** What somebody says. */
    record Words(String text) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/rooms/{id}/talk")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void say(@PathVariable RoomId id, @RequestBody Words words, Viewer viewer, Trace trace) {
        talk.say(id, viewer, trace, words.text());
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/rooms/{id}/muted/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mute(@PathVariable RoomId id, @PathVariable String handle, Viewer viewer) {
        talk.mute(viewer.self(), id, handle, true);
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/rooms/{id}/muted/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmute(@PathVariable RoomId id, @PathVariable String handle, Viewer viewer) {
        talk.mute(viewer.self(), id, handle, false);
    }
}
