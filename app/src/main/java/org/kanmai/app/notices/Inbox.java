package org.kanmai.app.notices;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.notices.NoticeWords.Happening;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows people what they were told, with names and subjects as they are when it is read. */
@Component
class Inbox {
    /** Beyond it nobody counts. */
    static final int MOST_UNREAD = 100;

    private final InboxStore store;
    private final People people;
    private final ObjectProvider<NoticeSubjects> subjects;
    private final ObjectProvider<NoticeWords> words;

    Inbox(InboxStore store, People people, ObjectProvider<NoticeSubjects> subjects, ObjectProvider<NoticeWords> words) {
        this.store = store;
        this.people = people;
        this.subjects = subjects;
        this.words = words;
    }

    Slice<Notice> list(Viewer viewer, @Nullable NoticePurpose purpose, Paging paging) {
        var slice = Slice.of(store.list(viewer.self(), purpose, paging), paging, InboxStore.Row::place);
        return new Slice<>(shown(viewer, slice.items()), slice.next());
    }

    int unread(PersonId person) {
        return store.unread(person, MOST_UNREAD);
    }

    @Transactional
    void readUpTo(PersonId person, long id) {
        found(store.readUpTo(person, id));
    }

    void read(PersonId person, long id) {
        found(store.read(person, id));
    }

    void delete(PersonId person, long id) {
        found(store.delete(person, id));
    }

    private static void found(boolean there) {
        if (!there) {
            throw Refusal.notFound("notice");
        }
    }

    private List<Notice> shown(Viewer viewer, List<InboxStore.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var parts = store.parts(rows.stream().map(InboxStore.Row::id).toList());
        var named = named(viewer.self(), parts);
        var glimpses = glimpses(viewer, rows);
        var said = said(viewer, rows);
        return rows.stream()
                .map(row -> shown(
                        row,
                        parts.getOrDefault(row.id(), InboxStore.Parts.NONE),
                        named,
                        glimpses.get(row.subject()),
                        said.get(happening(row))))
                .toList();
    }

    private static Notice shown(
            InboxStore.Row row,
            InboxStore.Parts parts,
            Map<PersonId, Person> named,
            NoticeSubjects.@Nullable Glimpse glimpse,
            NoticeWords.@Nullable Words words) {
        var actors =
                parts.actors().stream().map(named::get).filter(Objects::nonNull).toList();
        return new Notice(
                Long.toString(row.id()),
                row.kind().purpose(),
                row.kind(),
                row.at(),
                row.read(),
                row.kind() == NoticeKind.MORE ? List.of() : actors,
                parts.count(),
                new Notice.Opens(
                        row.subject().kind(), Long.toString(row.subject().id())),
                row.arguments(),
                glimpse,
                words);
    }

    private Map<Happening, NoticeWords.Words> said(Viewer viewer, List<InboxStore.Row> rows) {
        var happenings = rows.stream().map(Inbox::happening).toList();
        var said = new HashMap<Happening, NoticeWords.Words>();
        words.forEach(each -> said.putAll(each.of(viewer, happenings)));
        return said;
    }

    private static Happening happening(InboxStore.Row row) {
        return new Happening(row.kind(), row.subject(), row.arguments());
    }

    /** Who is erased or blocked by now has no name here. */
    private Map<PersonId, Person> named(PersonId self, Map<Long, InboxStore.Parts> parts) {
        Set<PersonId> actors = new HashSet<>();
        parts.values().forEach(each -> actors.addAll(each.actors()));
        if (actors.isEmpty()) {
            return Map.of();
        }
        actors.removeAll(people.blocked(self));
        return people.find(actors);
    }

    private Map<NoticeSubject, NoticeSubjects.Glimpse> glimpses(Viewer viewer, List<InboxStore.Row> rows) {
        var glimpses = new HashMap<NoticeSubject, NoticeSubjects.Glimpse>();
        rows.stream()
                .map(InboxStore.Row::subject)
                .collect(Collectors.groupingBy(
                        NoticeSubject::kind, Collectors.mapping(NoticeSubject::id, Collectors.toSet())))
                .forEach((kind, ids) -> of(kind).ifPresent(known -> known.glimpse(viewer, kind, ids)
                        .forEach((id, glimpse) -> glimpses.put(new NoticeSubject(kind, id), glimpse))));
        return glimpses;
    }

    private Optional<NoticeSubjects> of(NoticeSubject.Kind kind) {
        return subjects.stream().filter(each -> each.kinds().contains(kind)).findFirst();
    }
}
