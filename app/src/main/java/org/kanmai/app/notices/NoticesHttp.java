package org.kanmai.app.notices;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own inbox. */
@RestController
class NoticesHttp {
    private final Inbox inbox;

    NoticesHttp(Inbox inbox) {
        this.inbox = inbox;
    }

    /** How many lines are unread, 100 for more than 99. */
    record Unread(int count) {}

    /** The uppermost line that was seen. */
    record Seen(String upTo) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/notices")
    Slice<Notice> list(@RequestParam(required = false) @Nullable NoticePurpose purpose, Paging paging, Viewer viewer) {
        return inbox.list(viewer, purpose, paging);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/notices/unread")
    Unread unread(Viewer viewer) {
        return new Unread(inbox.unread(viewer.self()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void readUpTo(@RequestBody Seen seen, Viewer viewer) {
        inbox.readUpTo(viewer.self(), id(seen.upTo()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/notices/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id, Viewer viewer) {
        inbox.read(viewer.self(), id(id));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/notices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Viewer viewer) {
        inbox.delete(viewer.self(), id(id));
    }

    private static long id(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException malformed) {
            throw Refusal.notFound("notice");
        }
    }
}
