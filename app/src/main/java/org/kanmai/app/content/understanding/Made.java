package org.kanmai.app.content.understanding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.WorkId;

/**
 * What was made of a draft.
 *
 * @param recipe the methods and models that made it
 * @param figures by their names in kebab case
 */
record Made(
        WorkId work,
        String recipe,
        Optional<float[]> meaning,
        List<String> keywords,
        List<String> topics,
        String frames,
        @Nullable Length length,
        @Nullable Shape shape,
        Map<String, Double> figures) {
    Made {
        keywords = List.copyOf(keywords);
        topics = List.copyOf(topics);
        figures = Map.copyOf(figures);
    }
}
