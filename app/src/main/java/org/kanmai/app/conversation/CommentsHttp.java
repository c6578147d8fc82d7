package org.kanmai.app.conversation;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.CommentId;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments on works. */
@RestController
class CommentsHttp {
    private final Conversation conversation;

    CommentsHttp(Conversation conversation) {
        this.conversation = conversation;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}/comments")
    Slice<Comment> list(
            @PathVariable WorkId id,
            @RequestParam(required = false) @Nullable CommentId parent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Viewer viewer) {
        if (limit < 1 || limit > Paging.LARGEST) {
            throw Refusal.invalid("limit", "must be 1-" + Paging.LARGEST);
        }
        return conversation.list(viewer, id, parent, cursor, limit);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/works/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment say(@PathVariable WorkId id, @RequestBody Said said, Viewer viewer, Trace trace) {
        return conversation.say(viewer, trace, id, said.parent(), said.text(), said.atMillis());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/comments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable CommentId id, Viewer viewer) {
        conversation.delete(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/comments/{id}/like")
    Comment like(@PathVariable CommentId id, Viewer viewer) {
        return conversation.like(viewer, id);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/comments/{id}/like")
    Comment unlike(@PathVariable CommentId id, Viewer viewer) {
        return conversation.unlike(viewer, id);
    }

    /** What is said, to which comment, and over which moment of the film. */
    record Said(
            String text,
            @Nullable CommentId parent,
            @Nullable Integer atMillis) {}
}
