package org.kanmai.streams.viewers;

import java.util.List;
import java.util.Optional;
import org.kanmai.facts.PersonId;
import org.kanmai.ranking.WorkLabels;

/**
 * The labels of a work as Flink carries them.
 *
 * @param creator below 0 when the work is not known
 */
public record Labels(long creator, List<String> tags) {
    static final Labels UNKNOWN = new Labels(-1, List.of());

    /** Many works bear few tags: each is one string, on however many. */
    static Labels of(WorkLabels labels) {
        return new Labels(
                labels.creator().value(),
                labels.tags().stream().map(String::intern).toList());
    }

    Optional<WorkLabels> known() {
        return creator < 0 ? Optional.empty() : Optional.of(new WorkLabels(new PersonId(creator), tags));
    }
}
