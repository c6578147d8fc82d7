package org.kanmai.app.catalog.entry;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.DataReadings;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.identity.roles.Admission;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications to sell here: written, sent, decided by an operator who is somebody else, and sent again after a refusal. */
@Component
class Entries {
    private static final String FIELD = "merchant-papers";
    private static final int LONGEST_REASON = 500;

    private final EntryStore store;
    private final Admission admission;
    private final DataReadings readings;
    private final Notices notices;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    Entries(
            EntryStore store,
            Admission admission,
            DataReadings readings,
            Notices notices,
            Vault vault,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.admission = admission;
        this.readings = readings;
        this.notices = notices;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Entry> find(PersonId person) {
        return store.of(person);
    }

    Entry of(PersonId person) {
        return store.of(person).orElseThrow(() -> Refusal.notFound("application"));
    }

    Wanted wanted(Entry entry) {
        return Wanted.of(entry, vault.open(store.sealed(entry.id())));
    }

    @Transactional
    public Entry save(PersonId person, Wanted wanted) {
        if (!store.save(ids.next(), person, wanted, vault.seal(wanted.secret()))) {
            throw closed();
        }
        return of(person);
    }

    void put(PersonId person, int place, byte[] jpeg) {
        if (!store.put(of(person).id(), place, vault.seal(jpeg))) {
            throw closed();
        }
    }

    void remove(PersonId person, int place) {
        var entry = of(person);
        if (!entry.state().open()) {
            throw closed();
        }
        if (!store.remove(entry.id(), place)) {
            throw Refusal.notFound("paper");
        }
    }

    byte[] paper(Entry entry, int place) {
        return vault.open(store.paper(entry.id(), place).orElseThrow(() -> Refusal.notFound("paper")));
    }

    /** Sends an application to an operator. */
    @Transactional
    public Entry submit(PersonId person) {
        var entry = of(person);
        if (entry.papers().isEmpty()) {
            throw Refusal.conflict(
                    "no-paper", "A paper is missing", "Add a picture of a licence or of what proves who you are.");
        }
        if (!store.move(entry.id(), Entry.State.DRAFT, Entry.State.APPLIED, clock.instant())) {
            throw closed();
        }
        return of(person);
    }

    /** Returns an application for an operator, which its person sees among the readings of their data. */
    Entry read(long id, PersonId operator) {
        var entry = store.find(id)
                .filter(each -> each.state() != Entry.State.DRAFT)
                .orElseThrow(() -> Refusal.notFound("application"));
        readings.note(entry.person(), operator, FIELD, "application " + id);
        return entry;
    }

    /** Accepts an application, which makes its person a merchant, or refuses it with a reason. */
    @Transactional
    public void decide(long id, PersonId operator, boolean accept, @Nullable String reason) {
        var entry = store.find(id).orElseThrow(() -> Refusal.notFound("application"));
        if (entry.person().equals(operator)) {
            throw Refusal.forbidden();
        }
        if ((!accept && (reason == null || reason.isBlank()))
                || (reason != null && reason.strip().length() > LONGEST_REASON)) {
            throw Refusal.invalid("reason", "must have 1-" + LONGEST_REASON + " characters");
        }
        var state = accept ? Entry.State.ACCEPTED : Entry.State.REFUSED;
        if (!store.move(id, Entry.State.APPLIED, state, clock.instant())) {
            throw Refusal.conflict("already-decided", "Already decided", "Somebody has decided this application.");
        }
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        store.decided(ids.next(), id, accept, why, operator, clock.instant());
        if (accept) {
            admission.merchant(entry.person(), operator, "application " + id);
        }
        notices.tell(Telling.of(
                entry.person(),
                accept ? NoticeKind.ENTRY_ACCEPTED : NoticeKind.ENTRY_REFUSED,
                new NoticeSubject(NoticeSubject.Kind.ENTRY, id),
                "entry:" + id + ":" + ids.next()));
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }

    private static Refusal closed() {
        return Refusal.conflict(
                "application-sent",
                "It is sent",
                "An application can be changed before it is sent and after it was refused.");
    }
}
