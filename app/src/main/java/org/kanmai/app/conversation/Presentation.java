package org.kanmai.app.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Exhibits;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.NoticeSubjects;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.SubjectKind;
import org.springframework.stereotype.Component;

/** Puts together what the API shows of comments; whether they may be shown was asked before. */
@Component
class Presentation implements Exhibits, NoticeSubjects {
    private final CommentStore store;
    private final People people;

    Presentation(CommentStore store, People people) {
        this.store = store;
        this.people = people;
    }

    List<Comment> show(Viewer viewer, List<CommentRow> rows, @Nullable PersonId creator) {
        var named = new HashSet<PersonId>();
        rows.forEach(row -> named.addAll(row.mentions()));
        rows.stream().map(CommentRow::author).filter(Objects::nonNull).forEach(named::add);
        var known = people.find(named);
        var person = viewer.person();
        var liked = person == null
                ? Set.<Long>of()
                : store.liked(person.value(), rows.stream().map(CommentRow::id).toList());
        var shown = new ArrayList<Comment>();
        for (var row : rows) {
            shown.add(comment(row, viewer, known, liked.contains(row.id().value()), creator));
        }
        return shown;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.COMMENT;
    }

    @Override
    public Map<Long, ?> describe(Viewer operator, Collection<Long> ids) {
        return show(operator, store.find(ids), null).stream()
                .collect(Collectors.toMap(comment -> comment.id().value(), Function.identity()));
    }

    @Override
    public Set<NoticeSubject.Kind> kinds() {
        return Set.of(NoticeSubject.Kind.COMMENT);
    }

    @Override
    public Map<Long, Glimpse> glimpse(Viewer viewer, NoticeSubject.Kind kind, Collection<Long> ids) {
        return store.find(ids).stream()
                .filter(row -> !row.deleted() && (row.shown() || (row.author() != null && viewer.is(row.author()))))
                .collect(Collectors.toMap(row -> row.id().value(), row -> Glimpse.of(row.text(), null)));
    }

    private static Comment comment(
            CommentRow row, Viewer viewer, Map<PersonId, Person> known, boolean liked, @Nullable PersonId creator) {
        var author = row.author();
        return new Comment(
                row.id(),
                row.work(),
                author == null ? null : known.get(author),
                row.text(),
                row.at(),
                row.likes(),
                liked,
                row.replies(),
                row.parent(),
                row.mentions().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(Person::handle)
                        .toList(),
                author != null && viewer.is(author),
                author != null && author.equals(creator),
                !row.shown() && !row.deleted(),
                row.deleted());
    }
}
