package org.kanmai.app.content.understanding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.kanmai.app.content.understanding.models.Meanings;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Holds words from elsewhere against works: a product's title, what somebody looks for. */
@Component
public class Kinship {
    private static final int REMEMBERED = 5_000;

    private final Meanings meanings;
    private final Understandings understandings;
    private final Cache<String, float[]> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Kinship(Meanings meanings, Understandings understandings) {
        this.meanings = meanings;
        this.understandings = understandings;
    }

    /** A work and how alike it is, −1 to 1. */
    public record Closest(WorkId work, float likeness) {}

    /** Returns which of some works is the most like a text; empty when none of them, or nothing of the text, is understood. */
    public Optional<Closest> closest(String text, Collection<WorkId> works) {
        var understood = understandings.of(works).values();
        if (understood.isEmpty()) {
            return Optional.empty();
        }
        return meaning(text)
                .flatMap(meaning -> understood.stream()
                        .filter(each -> each.dimensions() == meaning.length)
                        .map(each -> new Closest(each.work(), each.likeness(meaning)))
                        .max(Comparator.comparingDouble(Closest::likeness)));
    }

    private Optional<float[]> meaning(String text) {
        var before = known.getIfPresent(text);
        if (before != null) {
            return Optional.of(before);
        }
        var meaning = meanings.of(text);
        meaning.ifPresent(numbers -> known.put(text, numbers));
        return meaning;
    }
}
