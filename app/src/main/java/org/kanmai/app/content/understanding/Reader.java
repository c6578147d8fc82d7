package org.kanmai.app.content.understanding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.app.content.understanding.keywords.Keywords;
import org.kanmai.app.content.understanding.keywords.Topics;
import org.kanmai.app.content.understanding.models.FrameTexts;
import org.kanmai.app.content.understanding.models.Meanings;
import org.kanmai.app.media.MediaLibrary;
import org.springframework.stereotype.Component;

/** Makes of a draft what can be made of it now; a model that is away leaves its part empty. */
@Component
class Reader {
    /** To be counted up when the same draft is to be read differently. */
    private static final int EDITION = 1;

    private final Meanings meanings;
    private final FrameTexts frames;
    private final Keywords keywords;
    private final Topics topics;
    private final MediaLibrary library;

    Reader(Meanings meanings, FrameTexts frames, Keywords keywords, Topics topics, MediaLibrary library) {
        this.meanings = meanings;
        this.frames = frames;
        this.keywords = keywords;
        this.topics = topics;
        this.library = library;
    }

    /** Returns the recipe that everything is read by when no model is away. */
    static String recipe() {
        return recipe(Meanings.NAME, FrameTexts.NAME);
    }

    Made read(Draft draft) {
        var words = keywords.of(draft.title(), draft.caption(), draft.hashtags());
        var meaning = meanings.of(draft.words());
        var text = frames.of(pictures(draft));
        boolean filmed = draft.durationMillis() > 0;
        return new Made(
                draft.work(),
                recipe(there(Meanings.NAME, meanings.isAway()), there(FrameTexts.NAME, frames.isAway())),
                meaning,
                words,
                topics.of(words),
                text,
                filmed ? Length.of(draft.durationMillis()) : null,
                filmed ? Shape.of(draft.width(), draft.height()) : null,
                figures(draft));
    }

    private static String recipe(String meaning, String frames) {
        return meaning + " " + frames + " " + EDITION;
    }

    private static String there(String model, boolean away) {
        return away ? "none" : model;
    }

    private List<Path> pictures(Draft draft) {
        return library.covers(draft.media());
    }

    /** Films measured by a later build may have figures that this one does not know. */
    private Map<String, Double> figures(Draft draft) {
        var film = library.find(List.of(draft.media())).get(draft.media());
        var known = new HashMap<String, Double>();
        for (var figure : Figure.values()) {
            var value = film == null ? null : film.figures().get(figure.code());
            if (value != null) {
                known.put(figure.code(), value);
            }
        }
        return known;
    }
}
