package org.kanmai.app.conversation.muted;

import java.util.List;
import org.kanmai.app.content.words.Tag;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tags that one muted. */
@RestController
class MutedTagsHttp {
    private final MutedTags muted;

    MutedTagsHttp(MutedTags muted) {
        this.muted = muted;
    }

    /** All of them, the latest muted first. */
    record Muted(List<String> items) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/muted-tags")
    Muted muted(Viewer viewer) {
        return new Muted(muted.latest(viewer.self()));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/muted-tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mute(@PathVariable String tag, Viewer viewer) {
        muted.mute(viewer.self(), Tag.parse(tag));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/api/me/muted-tags/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmute(@PathVariable String tag, Viewer viewer) {
        muted.unmute(viewer.self(), Tag.parse(tag));
    }
}
