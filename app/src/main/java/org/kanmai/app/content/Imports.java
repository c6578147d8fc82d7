package org.kanmai.app.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.understanding.Comprehension;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.media.MediaLibrary;
import org.kanmai.app.media.Packaged;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes many works at once; the operator answers for them, which is on record. */
@Component
class Imports {
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private final WorkStore works;
    private final Governance governance;
    private final BannedWords banned;
    private final MediaLibrary library;
    private final People people;
    private final Announcements announcements;
    private final Comprehension comprehension;
    private final Ids ids;
    private final Clock clock;

    Imports(
            WorkStore works,
            Governance governance,
            BannedWords banned,
            MediaLibrary library,
            People people,
            Announcements announcements,
            Comprehension comprehension,
            Ids ids,
            Clock clock) {
        this.works = works;
        this.governance = governance;
        this.banned = banned;
        this.library = library;
        this.people = people;
        this.announcements = announcements;
        this.comprehension = comprehension;
        this.ids = ids;
        this.clock = clock;
    }

    /** A work to be imported, and its place in what was sent. */
    record Wish(
            int index,
            PersonId creator,
            MediaId media,
            Words words,
            Facets facets,
            long fingerprint,
            int cover,
            boolean downloadable,
            @Nullable Instant publishedAt) {}

    /** Imports what can be, all in one transaction; adds the others to the refused ones and returns how many came in. */
    @Transactional
    public int take(PersonId operator, List<Wish> wishes, List<ImportHttp.Refused> refused) {
        var films = library.find(wishes.stream().map(Wish::media).distinct().toList());
        var creators = people.find(wishes.stream().map(Wish::creator).collect(Collectors.toSet()));
        var rows = new ArrayList<WorkRow>();
        for (var wish : wishes) {
            var fault = fault(operator, wish, films, creators);
            if (fault.isPresent()) {
                refused.add(new ImportHttp.Refused(wish.index(), fault.get()));
                continue;
            }
            rows.add(row(wish, Objects.requireNonNull(films.get(wish.media()))));
        }
        rows.forEach(works::add);
        governance.admit(
                operator,
                rows.stream()
                        .map(row -> new Governance.Admission(
                                row.subject(), Objects.requireNonNull(row.creator()), Subject.media(row.media())))
                        .toList());
        comprehension.askLater(rows.stream().map(WorkRow::id).toList());
        rows.forEach(row -> announcements.published(row, Objects.requireNonNull(row.publishedAt())));
        return rows.size();
    }

    private Optional<String> fault(
            PersonId operator, Wish wish, Map<MediaId, Packaged> films, Map<PersonId, Person> creators) {
        if (!creators.containsKey(wish.creator())) {
            return Optional.of("unknown-creator");
        }
        if (wish.creator().equals(operator)) {
            return Optional.of("own-work");
        }
        var film = films.get(wish.media());
        if (film == null) {
            return Optional.of("unknown-media");
        }
        if (wish.cover() < 0 || wish.cover() > film.covers()) {
            return Optional.of("unknown-cover");
        }
        if (wish.publishedAt() != null && isOutside(wish.publishedAt())) {
            return Optional.of("impossible-time");
        }
        return banned.in(wish.words().texts()).isEmpty() ? Optional.empty() : Optional.of("banned-words");
    }

    private boolean isOutside(Instant publishedAt) {
        return publishedAt.isBefore(EARLIEST) || publishedAt.isAfter(clock.instant());
    }

    private WorkRow row(Wish wish, Packaged film) {
        var now = clock.instant();
        return new WorkRow(
                new WorkId(ids.next()),
                wish.creator(),
                wish.media(),
                true,
                WorkRow.State.PUBLISHED,
                wish.words(),
                wish.facets(),
                wish.cover(),
                wish.downloadable(),
                new WorkRow.Picture(film.width(), film.height(), film.durationMillis(), wish.fingerprint()),
                now,
                wish.publishedAt() == null ? now : wish.publishedAt(),
                null,
                null,
                null);
    }
}
