package org.kanmai.app.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.consents.Consent;
import org.kanmai.app.identity.consents.Consents;
import org.kanmai.app.notices.mail.Letters;
import org.kanmai.app.notices.settings.Choices;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Purpose;
import org.springframework.stereotype.Component;

/** Brings tellings to their people: into a line of the inbox, onto another line, and by e-mail; or to nobody. */
@Component
class Delivery {
    private static final Set<NoticePurpose> SOCIAL =
            Arrays.stream(NoticePurpose.values()).filter(NoticePurpose::social).collect(Collectors.toUnmodifiableSet());

    private final NoticeStore store;
    private final LineStore lines;
    private final Letters letters;
    private final Choices choices;
    private final Consents consents;
    private final People people;
    private final Ids ids;
    private final Clock clock;

    Delivery(
            NoticeStore store,
            LineStore lines,
            Letters letters,
            Choices choices,
            Consents consents,
            People people,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.letters = letters;
        this.choices = choices;
        this.consents = consents;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    Readers readers(Set<PersonId> told) {
        return new Readers(choices.of(told), people);
    }

    /** Returns when a telling may be sorted: offers wait for the end of the quiet hours. */
    Instant heldUntil(Telling telling, Readers readers, Instant now) {
        return telling.kind().purpose() == NoticePurpose.OFFERS
                ? readers.chosen(telling).quiet().next(now)
                : now;
    }

    /** Delivers what is due: one by one what is counted, since each decides about the next; all else together. */
    void deliver(List<Telling> tellings, Readers readers) {
        var together = new ArrayList<LineStore.Line>();
        var mail = new ArrayList<Telling>();
        for (var telling : tellings) {
            var now = clock.instant();
            if (!welcome(telling, readers, now)) {
                continue;
            }
            if (!counted(telling)) {
                together.add(new LineStore.Line(ids.next(), telling, inbox(telling, readers)));
            } else if (alone(telling, readers, now)) {
                mail.add(telling);
            }
        }
        mail.addAll(together(together, clock.instant()));
        letters.add(written(mail, readers, clock.instant()));
    }

    private static boolean counted(Telling telling) {
        var purpose = telling.kind().purpose();
        return purpose.social() || purpose == NoticePurpose.OFFERS;
    }

    private static boolean inbox(Telling telling, Readers readers) {
        return readers.chosen(telling).inbox().contains(telling.kind().purpose());
    }

    private static List<Letters.Letter> written(List<Telling> tellings, Readers readers, Instant now) {
        return tellings.stream()
                .filter(telling ->
                        readers.chosen(telling).mail().contains(telling.kind().purpose()))
                .map(telling -> new Letters.Letter(
                        telling.person(),
                        telling.kind().purpose(),
                        telling.kind().code(),
                        readers.chosen(telling).quiet().next(now)))
                .toList();
    }

    /** Returns those that are new and no part of another line. */
    private List<Telling> together(List<LineStore.Line> tellings, Instant now) {
        if (tellings.isEmpty()) {
            return List.of();
        }
        var told = lines.add(tellings, now);
        told.stream()
                .map(LineStore.Told::folded)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(store::trim);
        var alone = told.stream()
                .filter(each -> each.folded() == null)
                .map(LineStore.Told::place)
                .collect(Collectors.toSet());
        return tellings.stream()
                .filter(each -> alone.contains(each.place()))
                .map(LineStore.Line::telling)
                .toList();
    }

    private boolean alone(Telling telling, Readers readers, Instant now) {
        return store.addPart(telling, now) && (!inbox(telling, readers) || intoInbox(telling, now));
    }

    private boolean welcome(Telling telling, Readers readers, Instant now) {
        return readers.hears(telling)
                && (telling.kind().purpose() != NoticePurpose.OFFERS || offered(telling.person(), now));
    }

    private boolean offered(PersonId person, Instant now) {
        boolean agreed = consents.of(person).stream()
                .filter(consent -> consent.purpose() == Purpose.NOTICES)
                .anyMatch(Consent::given);
        var offers = Set.of(NoticePurpose.OFFERS);
        return agreed
                && Caps.offer(
                        store.since(person, offers, now.minus(Caps.DAY)),
                        store.since(person, offers, now.minus(Caps.WEEK)));
    }

    /** Returns whether it became a line of its own. */
    private boolean intoInbox(Telling telling, Instant now) {
        var raised = store.raise(telling, now);
        if (raised.isPresent()) {
            fold(raised.getAsLong(), telling);
            return false;
        }
        var over = over(telling, now);
        if (over.isPresent()) {
            var line = over.get();
            var more = store.raise(line, now);
            fold(more.isPresent() ? more.getAsLong() : store.add(line, now), telling);
            return false;
        }
        store.putInto(store.add(telling, now), telling);
        return true;
    }

    private void fold(long notice, Telling telling) {
        store.putInto(notice, telling);
        store.trim(notice);
    }

    /** Returns the line of this hour that stands for what is too much. */
    private Optional<Telling> over(Telling telling, Instant now) {
        var purpose = telling.kind().purpose();
        if (!purpose.social() || Caps.social(store.since(telling.person(), SOCIAL, now.minus(Caps.HOUR)))) {
            return Optional.empty();
        }
        var inbox = new NoticeSubject(NoticeSubject.Kind.INBOX, 0);
        long hour = now.getEpochSecond() / Caps.HOUR.toSeconds();
        return Optional.of(
                new Telling(telling.person(), NoticeKind.MORE, null, inbox, Map.of(), telling.key(), "more:" + hour));
    }
}
