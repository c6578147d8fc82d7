package org.kanmai.app.live.warmups;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.warmups.WarmUps.Linked;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Works that announce a room, as everybody sees them and as their creator links them. */
@RestController
class WarmUpsHttp {
    private final WarmUps warmUps;

    WarmUpsHttp(WarmUps warmUps) {
        this.warmUps = warmUps;
    }

    /** What a work warms up for; absent for nothing. */
    record For(@Nullable WarmUp warmUp) {}

    /** Which announced room a work is for. */
    record Wish(RoomId plan) {}

    /** Works that warm up for a room, the newest first. */
    record All(List<Linked> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}/warm-up")
    For of(@PathVariable WorkId id, Viewer viewer) {
        return new For(warmUps.of(viewer, List.of(id)).get(id));
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/works/{id}/warm-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void link(@PathVariable WorkId id, @RequestBody Wish wish, Viewer viewer) {
        warmUps.link(viewer.self(), id, wish.plan());
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/works/{id}/warm-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable WorkId id, Viewer viewer) {
        warmUps.unlink(viewer.self(), id);
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/plans/{id}/warm-ups")
    All linked(@PathVariable RoomId id, Viewer viewer) {
        return new All(warmUps.linked(viewer.self(), id));
    }
}
