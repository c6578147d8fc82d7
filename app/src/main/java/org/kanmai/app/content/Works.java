package org.kanmai.app.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** The published works: what of them a viewer sees, and which of them can be recommended. */
@Component
public class Works {
    /** The most works that are shown by one call. */
    public static final int MOST = 1000;

    private final WorkStore store;
    private final Shelf shelf;
    private final Showcase showcase;
    private final Governance governance;

    Works(WorkStore store, Shelf shelf, Showcase showcase, Governance governance) {
        this.store = store;
        this.shelf = shelf;
        this.showcase = showcase;
        this.governance = governance;
    }

    /** Returns works as a viewer sees them, in the order asked for; whatever everybody may not see now is left out. */
    public Map<WorkId, Work> visible(Viewer viewer, Collection<WorkId> works) {
        if (works.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " works at once: " + works.size());
        }
        var rows = shown(works);
        return showcase
                .show(
                        viewer,
                        works.stream()
                                .distinct()
                                .filter(rows::containsKey)
                                .map(rows::get)
                                .toList())
                .stream()
                .collect(Collectors.toMap(Work::id, Function.identity(), (same, again) -> same, LinkedHashMap::new));
    }

    /** Returns who made a published work that everybody may see. */
    public Optional<PersonId> creator(WorkId work) {
        return Optional.ofNullable(shown(List.of(work)).get(work)).map(WorkRow::creator);
    }

    /** Returns who made works, in whatever state; what does not exist, or whose creator is gone, is left out. */
    public Map<WorkId, PersonId> creators(Collection<WorkId> works) {
        var creators = new HashMap<WorkId, PersonId>();
        for (var row : works.isEmpty() ? List.<WorkRow>of() : store.find(works)) {
            if (row.creator() != null) {
                creators.put(row.id(), row.creator());
            }
        }
        return creators;
    }

    /** Returns whether a work, in whatever state, is a person's own. */
    public boolean isBy(PersonId person, WorkId work) {
        return store.find(work).map(row -> person.equals(row.creator())).orElse(false);
    }

    /** Returns a person's own works in any state, the newest first. */
    public List<WorkId> by(PersonId creator, int limit) {
        return store.idsOf(creator, limit);
    }

    /** Returns the titles of works in any state; what does not exist is left out. */
    public Map<WorkId, String> titles(Collection<WorkId> works) {
        return works.isEmpty()
                ? Map.of()
                : store.find(works).stream()
                        .collect(
                                Collectors.toMap(WorkRow::id, row -> row.words().title()));
    }

    /** Returns how many works of a person are published. */
    public int countOf(PersonId creator) {
        return store.count(creator);
    }

    /** Returns the newest works. */
    public List<Candidate> fresh(int limit) {
        return shelf.fresh(limit);
    }

    /** Returns the newest works of some creators, newest first. */
    public List<Candidate> of(Collection<PersonId> creators, int limit) {
        return shelf.of(creators, limit);
    }

    /** Returns works drawn evenly by a seed, each once. */
    public List<Candidate> sample(long seed, int limit) {
        return shelf.sample(seed, limit);
    }

    /** Returns the newest works that bear any of the tags, newest first. */
    public List<Candidate> tagged(Collection<String> tags, int limit) {
        return shelf.tagged(tags, limit);
    }

    /** Returns what is known of works that can be recommended; others are left out. */
    public List<Candidate> candidates(Collection<WorkId> works) {
        return works.stream().map(shelf::find).flatMap(Optional::stream).toList();
    }

    /** Returns what is known of works that everybody may see, as the database has them now; others are left out. */
    public Map<WorkId, Candidate> published(Collection<WorkId> works) {
        var found = new HashMap<WorkId, Candidate>();
        shown(works).forEach((id, row) -> found.put(id, row.candidate()));
        return found;
    }

    private Map<WorkId, WorkRow> shown(Collection<WorkId> works) {
        if (works.isEmpty()) {
            return Map.of();
        }
        var approved = governance.shown(
                SubjectKind.WORK, works.stream().map(WorkId::value).toList());
        return store.find(works).stream()
                .filter(row -> row.state() == WorkRow.State.PUBLISHED
                        && approved.contains(row.id().value()))
                .filter(row -> row.creator() != null)
                .collect(Collectors.toMap(WorkRow::id, Function.identity()));
    }
}
