package org.kanmai.app.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.understanding.Comprehension;
import org.kanmai.app.governance.Exhibits;
import org.kanmai.app.media.MediaLibrary;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;

/** Works in any state, for those who may see them so: their creators, and operators in a review. */
@Component
class OwnWorks implements Exhibits, NoticeSubjects {
    private final WorkStore store;
    private final RevisionStore revisions;
    private final Showcase showcase;
    private final MediaLibrary library;
    private final Comprehension comprehension;

    OwnWorks(
            WorkStore store,
            RevisionStore revisions,
            Showcase showcase,
            MediaLibrary library,
            Comprehension comprehension) {
        this.store = store;
        this.revisions = revisions;
        this.showcase = showcase;
        this.library = library;
        this.comprehension = comprehension;
    }

    Slice<OwnWork> list(Viewer viewer, WorkRow.@Nullable State state, Paging paging) {
        var slice = Slice.of(
                store.own(viewer.self(), state, paging), paging, row -> row.id().value());
        return new Slice<>(shown(viewer, slice.items()), slice.next());
    }

    List<OwnWork> shown(Viewer viewer, List<WorkRow> rows) {
        var waiting = revisions.find(rows.stream().map(WorkRow::id).toList());
        var works = showcase.show(viewer, rows).stream().collect(Collectors.toMap(Work::id, Function.identity()));
        var films = library.find(rows.stream().map(WorkRow::media).toList());
        var digests = comprehension.digests(rows.stream().map(WorkRow::id).toList());
        var shown = new ArrayList<OwnWork>();
        for (var row : rows) {
            var work = works.get(row.id());
            if (work != null) {
                var film = films.get(row.media());
                int covers = film == null ? 0 : film.covers();
                shown.add(OwnWork.of(work, row, waiting.get(row.id()), covers, digests.get(row.id())));
            }
        }
        return shown;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.WORK;
    }

    @Override
    public Map<Long, ?> describe(Viewer operator, Collection<Long> ids) {
        var rows = store.find(ids.stream().map(WorkId::new).toList());
        return shown(operator, rows).stream()
                .collect(Collectors.toMap(own -> own.work().id().value(), Function.identity()));
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.WORK);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        return store.find(ids.stream().map(WorkId::new).toList()).stream()
                .filter(row -> row.creator() != null && viewer.is(row.creator()))
                .collect(Collectors.toMap(
                        row -> row.id().value(),
                        row -> Glimpse.of(
                                row.words().title(),
                                Work.Media.of(row.media(), row.cover()).cover())));
    }
}
