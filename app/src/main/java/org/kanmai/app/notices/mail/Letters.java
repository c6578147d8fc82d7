package org.kanmai.app.notices.mail;

import java.time.Instant;
import java.util.List;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes letters, to be sent when they are due. */
@Component
public class Letters {
    private static final int MOST_WAITING = 100;

    private final LetterStore store;
    private final AddressStore addresses;
    private final ObjectProvider<MailPort> ports;
    private final Ids ids;

    Letters(LetterStore store, AddressStore addresses, ObjectProvider<MailPort> ports, Ids ids) {
        this.store = store;
        this.addresses = addresses;
        this.ports = ports;
        this.ids = ids;
    }

    /** What is to be written to somebody, not before it is due. */
    public record Letter(PersonId person, NoticePurpose purpose, String kind, Instant due) {}

    /** Writes to those with a confirmed address, in the caller's transaction; to nobody else. */
    public void add(List<Letter> letters) {
        if (letters.isEmpty() || ports.getIfAvailable() == null) {
            return;
        }
        var numbers = letters.stream().map(letter -> ids.next()).toList();
        store.add(numbers, letters, MOST_WAITING);
    }

    /** Forgets an erased person's letters and address. */
    public void erase(PersonId person) {
        store.erase(person);
        addresses.erase(person);
    }
}
