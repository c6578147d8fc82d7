package org.kanmai.ranking;

import java.util.List;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkPublished;

/**
 * What a work tells of the taste of those who watch it.
 *
 * @param tags distinct, at most 16, each of at most 64 characters
 */
public record WorkLabels(PersonId creator, List<String> tags) {
    private static final int TAGS = 16;
    private static final int CHARACTERS = 64;

    public WorkLabels {
        tags = tags.stream()
                .filter(tag -> tag.length() <= CHARACTERS)
                .distinct()
                .limit(TAGS)
                .toList();
    }

    /** Returns the labels of a published work. */
    public static WorkLabels of(WorkPublished published) {
        return new WorkLabels(published.creator(), published.tags());
    }
}
