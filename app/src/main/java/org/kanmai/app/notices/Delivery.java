package org.kanmai.app.notices;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.consents.Consent;
import org.kanmai.app.identity.consents.Consents;
import org.kanmai.app.notices.mail.Letters;
import org.kanmai.app.notices.settings.Choices;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.app.notices.settings.Preferences;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Purpose;
import org.springframework.stereotype.Component;

/** Brings one telling to its person: into a line of the inbox, onto another line, and by e-mail; or to nobody. */
@Component
class Delivery {
    private static final Set<NoticePurpose> SOCIAL =
            Arrays.stream(NoticePurpose.values()).filter(NoticePurpose::social).collect(Collectors.toUnmodifiableSet());

    private final NoticeStore store;
    private final Letters letters;
    private final Choices choices;
    private final Consents consents;
    private final People people;

    Delivery(NoticeStore store, Letters letters, Choices choices, Consents consents, People people) {
        this.store = store;
        this.letters = letters;
        this.choices = choices;
        this.consents = consents;
        this.people = people;
    }

    /** Whom something is told: what they chose, and of whom they hear nothing. */
    record Reader(Preferences chosen, Set<PersonId> blocked) {}

    Reader reader(PersonId person) {
        return new Reader(choices.of(person), people.blocked(person));
    }

    /** Returns when a telling may be sorted: offers wait for the end of the quiet hours. */
    Instant heldUntil(Telling telling, Reader reader, Instant now) {
        return telling.kind().purpose() == NoticePurpose.OFFERS
                ? reader.chosen().quiet().next(now)
                : now;
    }

    void deliver(Telling telling, Reader reader, Instant now) {
        if (!welcome(telling, reader, now) || !store.addPart(telling, now)) {
            return;
        }
        var purpose = telling.kind().purpose();
        var chosen = reader.chosen();
        boolean alone = !chosen.inbox().contains(purpose) || intoInbox(telling, now);
        if (alone && chosen.mail().contains(purpose)) {
            letters.add(
                    telling.person(),
                    purpose,
                    telling.kind().code(),
                    chosen.quiet().next(now));
        }
    }

    private boolean welcome(Telling telling, Reader reader, Instant now) {
        if (telling.actor() != null && reader.blocked().contains(telling.actor())) {
            return false;
        }
        return telling.kind().purpose() != NoticePurpose.OFFERS || offered(telling.person(), now);
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
