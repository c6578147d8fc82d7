package org.kanmai.app.content.understanding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.WorkId;

/**
 * What machines made of a work, as its creator and operators read it.
 *
 * @param keywords those in use, the most telling first
 * @param removed those that the creator said it is not about
 * @param frames text that was read in its pictures; empty when none was
 * @param figures by their names in kebab case; what could not be measured is missing
 * @param compared whether its meaning is known, so that it can be held against other works
 */
public record Digest(
        WorkId work,
        List<String> keywords,
        List<String> removed,
        List<String> topics,
        String frames,
        @Nullable Length length,
        @Nullable Shape shape,
        Map<String, Double> figures,
        boolean compared,
        Instant at) {
    public Digest {
        keywords = List.copyOf(keywords);
        removed = List.copyOf(removed);
        topics = List.copyOf(topics);
        figures = Map.copyOf(figures);
    }
}
