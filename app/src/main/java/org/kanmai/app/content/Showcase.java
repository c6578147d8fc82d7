package org.kanmai.app.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of works; whether they may be shown was asked before. */
@Component
class Showcase {
    private final People people;
    private final Reactions reactions;
    private final ObjectProvider<Reach> reach;

    Showcase(People people, Reactions reactions, ObjectProvider<Reach> reach) {
        this.people = people;
        this.reactions = reactions;
        this.reach = reach;
    }

    /** Returns the works in the order of the rows; one whose creator is gone is left out. */
    List<Work> show(Viewer viewer, List<WorkRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(WorkRow::id).toList();
        var creators =
                rows.stream().map(WorkRow::creator).filter(Objects::nonNull).collect(Collectors.toSet());
        var known = people.find(creators);
        var followed = followed(viewer, creators);
        var counted = reactions.counts(ids);
        var reached = reached(ids);
        var mine = mine(viewer, ids);
        var shown = new ArrayList<Work>();
        for (var row : rows) {
            var creator = row.creator() == null ? null : known.get(row.creator());
            if (creator != null) {
                var counts = Work.Counts.of(
                        counted.getOrDefault(row.id(), Reactions.Counted.NONE),
                        reached.getOrDefault(row.id(), Reach.Reached.NOT));
                shown.add(work(
                        row,
                        Work.Creator.of(creator, followed.contains(creator.id())),
                        counts,
                        mine.getOrDefault(row.id(), Reactions.Mine.NOTHING)));
            }
        }
        return shown;
    }

    private static Work work(WorkRow row, Work.Creator creator, Work.Counts counts, Reactions.Mine mine) {
        return new Work(
                row.id(),
                creator,
                row.words().title(),
                row.words().description(),
                row.words().hashtags(),
                code(row.facets().scene()),
                code(row.facets().style()),
                code(row.facets().crowd()),
                row.picture().durationMillis(),
                row.picture().width(),
                row.picture().height(),
                row.downloadable(),
                row.publishedAt(),
                Work.Media.of(row.media(), row.cover()),
                counts,
                mine);
    }

    private Set<PersonId> followed(Viewer viewer, Collection<PersonId> creators) {
        var person = viewer.person();
        return person == null ? Set.of() : people.followedAmong(person, creators);
    }

    private Map<WorkId, Reach.Reached> reached(Collection<WorkId> works) {
        var known = reach.getIfAvailable();
        return known == null ? Map.of() : known.of(works);
    }

    private Map<WorkId, Reactions.Mine> mine(Viewer viewer, Collection<WorkId> works) {
        var person = viewer.person();
        return person == null ? Map.of() : reactions.mine(person, works);
    }

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }
}
