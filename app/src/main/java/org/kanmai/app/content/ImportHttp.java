package org.kanmai.app.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An operator's import of many works whose packaged media may be shared. */
@RestController
class ImportHttp {
    private static final int MOST = 1000;

    private final Imports imports;

    ImportHttp(Imports imports) {
        this.imports = imports;
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/works/import")
    Answer take(@RequestBody Body body, Viewer viewer) {
        if (body.works().isEmpty() || body.works().size() > MOST) {
            throw Refusal.invalid("works", "must be 1-" + MOST);
        }
        var refused = new ArrayList<Refused>();
        var wishes = new ArrayList<Imports.Wish>();
        for (int index = 0; index < body.works().size(); index++) {
            try {
                wishes.add(body.works().get(index).wish(index));
            } catch (Refusal | IllegalArgumentException malformed) {
                refused.add(new Refused(index, String.valueOf(malformed.getMessage())));
            }
        }
        int imported = imports.take(viewer.self(), wishes, refused);
        return new Answer(imported, refused);
    }

    /** The works to be imported. */
    record Body(List<Item> works) {
        Body {
            works = List.copyOf(works);
        }
    }

    /**
     * One work to be imported.
     *
     * @param fingerprint 64-bit dHash of its pictures as 16 hexadecimal digits
     * @param cover which of the film's covers, from 1; 0 or absent for the best
     * @param publishedAt when it was first shown elsewhere; absent for now
     */
    record Item(
            PersonId creator,
            MediaId media,
            String title,
            @Nullable String description,
            @Nullable List<String> hashtags,
            @Nullable String scene,
            @Nullable String style,
            @Nullable String crowd,
            String fingerprint,
            @Nullable Integer cover,
            @Nullable Boolean downloadable,
            @Nullable Instant publishedAt) {

        Imports.Wish wish(int index) {
            return new Imports.Wish(
                    index,
                    creator,
                    media,
                    Words.parse(title, description, hashtags),
                    Facets.parse(scene, style, crowd),
                    Long.parseUnsignedLong(fingerprint, 16),
                    cover == null ? 0 : cover,
                    Boolean.TRUE.equals(downloadable),
                    publishedAt);
        }
    }

    /** A work that was not taken. */
    record Refused(int index, String reason) {}

    /** What became of the import. */
    record Answer(int imported, List<Refused> refused) {}
}
