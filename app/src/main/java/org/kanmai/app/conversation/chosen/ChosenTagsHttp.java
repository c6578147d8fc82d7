package org.kanmai.app.conversation.chosen;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.words.Tag;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one likes, as one says: a person's, or a browser's without an account. */
@RestController
@RequestMapping("/api/me/interests")
class ChosenTagsHttp {
    private final ChosenTags chosen;

    ChosenTagsHttp(ChosenTags chosen) {
        this.chosen = chosen;
    }

    /** Tags of works, in the order chosen. */
    record Interests(@Nullable List<String> tags) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping
    Interests get(Viewer viewer) {
        return new Interests(chosen.of(viewer));
    }

    @Allowed(Allowed.To.ANYONE)
    @PutMapping
    Interests put(@RequestBody Interests interests, Viewer viewer) {
        chosen.choose(viewer, tags(interests.tags()));
        return get(viewer);
    }

    @Allowed(Allowed.To.ANYONE)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Viewer viewer) {
        chosen.forget(viewer);
    }

    private static List<Tag> tags(@Nullable List<String> sent) {
        if (sent == null || sent.size() > ChosenTags.MOST || sent.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("tags", "must be a list of at most " + ChosenTags.MOST);
        }
        return sent.stream().map(Tag::parse).toList();
    }
}
