package org.kanmai.app.content.understanding;

import java.util.List;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.WorkId;

/** What there is of a work to be understood. */
record Draft(
        WorkId work,
        MediaId media,
        String title,
        String caption,
        List<String> hashtags,
        int width,
        int height,
        int durationMillis) {
    Draft {
        hashtags = List.copyOf(hashtags);
    }

    String words() {
        return title + "\n" + caption;
    }
}
